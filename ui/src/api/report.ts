import { call, callWithFile } from './call'
import type { Preview, Printer, PrintOutcome, ReportRow, SaveOutcome, SigningOutcome, Verification } from './generated'
import type { Side } from './side'

export const report = {
  list: () => call<ReportRow[]>('report_list'),
  preview: (assignment_id: string) => call<Preview>('report_preview', { assignment_id }),
  sign: (assignment_ids: string[], side: Side, passphrase: string) =>
    call<SigningOutcome>('report_sign', { assignment_ids, side, passphrase }),
  printers: () => call<Printer[]>('printer_list'),
  print: (assignment_ids: string[], printer: string, copies: number, is_duplex: boolean) =>
    call<PrintOutcome>('report_print', { assignment_ids, printer, copies, is_duplex }),
  save: (assignment_ids: string[]) => call<SaveOutcome>('report_save', { assignment_ids }),
  verify: (file: File) => callWithFile<Verification>('report_verify', file),
}
