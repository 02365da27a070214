import { call, callWithFile } from './call'
import type { Preview, Refusal, ReportRow, Side, Verification } from './generated'

export interface SignResult {
  signed: string[]
  failed: { teacher: string; message: string; refusals: Refusal[] }[]
}

export interface PrintResult {
  printed: number
  failed: { teacher: string; message: string }[]
}

export interface Printer {
  name: string
  is_default: boolean
}

export const report = {
  list: () => call<ReportRow[]>('report_list'),
  preview: (assignment_id: string) => call<Preview>('report_preview', { assignment_id }),
  sign: (assignment_ids: string[], side: Side, passphrase: string) =>
    call<SignResult>('report_sign', { assignment_ids, side, passphrase }),
  printers: () => call<Printer[]>('printer_list'),
  print: (assignment_ids: string[], printer: string, copies: number, is_duplex: boolean) =>
    call<PrintResult>('report_print', { assignment_ids, printer, copies, is_duplex }),
  save: (assignment_ids: string[]) => call<{ saved: number; folder: string }>('report_save', { assignment_ids }),
  verify: (file: File) => callWithFile<Verification>('report_verify', file),
}
