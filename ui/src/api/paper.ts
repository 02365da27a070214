import { call } from './call'
import type { PaperOutcome, PaperRow, Preview, PrintOutcome, SaveOutcome, SigningOutcome } from './generated'
import type { Side } from './side'

/** The forms besides F-01. */
export const paper = {
  list: (form: string) => call<PaperRow[]>('paper_list', { form }),
  preview: (form: string, subject: string) => call<Preview>('paper_preview', { form, subject }),
  make: (form: string, subjects: string[]) => call<PaperOutcome>('paper_make', { form, subjects }),
  sign: (report_ids: string[], side: Side, passphrase: string) => call<SigningOutcome>('paper_sign', { report_ids, side, passphrase }),
  print: (report_ids: string[], printer: string, copies: number, is_duplex: boolean) =>
    call<PrintOutcome>('paper_print', { report_ids, printer, copies, is_duplex }),
  save: (report_ids: string[]) => call<SaveOutcome>('paper_save', { report_ids }),
  twin: (form: string, subject: string) => call<{ saved: boolean }>('paper_twin', { form, subject }),
}
