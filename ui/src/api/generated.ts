// The shapes that cross the border between the page and the window program, one type per export.
// Generated from the window program's view; never edited by hand.
export type Refusal = { code: string; message: string; place: string }
export type Failure = { code: string; message: string; refusals: Refusal[] }   // refusals non-empty => a rule said no (show as warning list); else something broke (show with code, copyable)
export type Side = 'sending' | 'host'
export type StartState = { has_ledger: boolean; ledger_name: string; version: string }
export type Session = { school_id: string; school_name: string; year: string; is_practice: boolean }
export type Step = { step: string; title: string; done: number; total: number; state: 'done' | 'doing' | 'locked'; why: string }   // 年终一条线: 核对名册→评分→反馈→签章→打印→归档
export type Todo = { text: string; step: string; assignment_id: string | null }
export type Overview = { year: string; steps: Step[]; todos: Todo[]; n_teachers: number; n_assignments: number }
export type School = { id: string; name: string; short_name: string; stage: string; principal: string; is_mine: boolean; key: { fingerprint: string; valid_until: string } | null; has_seal: boolean }
export type TeacherRow = { id: string; name: string; initials: string; sex: string | null; birth: string | null; id_number_masked: string; subject: string; title: string; backbone: string; joined_school_on: string | null; is_posted: boolean }
export type TeacherForm = { id: string | null; name: string; sex: 'male' | 'female' | null; birth: string; political_status: string; education: string; subject: string; title: string; title_awarded: string; backbone: string; post: string; joined_work_on: string | null; joined_school_on: string | null; on_establishment: boolean | null; phone: string; note: string; id_number: string /* only ever sent, never received: '' = leave as it is */; id_number_masked: string }
export type RosterProblem = { sheet: string; row: number; column: string; level: 'refused' | 'warned'; message: string }
export type RosterTeacher = { row: number; name: string; sex: string | null; birth_date: string | null; id_number_masked: string; subject: string; title: string; joined_school_on: string | null; action: 'add' | 'update' | 'unchanged' }
export type RosterColumn = { column: string; heading: string; field: string | null /* Chinese name of our field or null = not used */ }
export type RosterPreview = { token: string; file_name: string; rows: number; accepted: number; warned: number; refused: number; unchanged: number; columns: RosterColumn[]; problems: RosterProblem[]; teachers: RosterTeacher[] }
export type AssignmentRow = { id: string; teacher_id: string; teacher: string; sending_school_id: string; sending_school: string; host_school_id: string; host_school: string; my_side: Side | null; mode: string; post_mode: string; subject: string; classes: string; weekly_lessons: number | null; is_homeroom: boolean | null; start_on: string; planned_end_on: string; actual_end_on: string | null }
export type AssignmentForm = Omit<AssignmentRow, 'id' | 'teacher' | 'sending_school' | 'host_school' | 'my_side'> & { id: string | null }
export type Indicator = { code: string; group: string; name: string; max: string; virtue: string; guide: string; is_evidence_required: boolean; may_not_apply: boolean }
export type Score = { points: string | null; evidence: string }
export type Tally = { source: string; score: string | null; invited: number | null; returned: number | null }   // source: leaders peers pupils parents self
export type Veto = { code: string; fact: string; document: string }     // V1 V1-LIGHT V2 V3 V4 V5
export type Goal = { text: string; weight: number | null; achieved: number | null; evidence: string }
export type DutyCount = { name: string; done: number | null; required: number | null }
export type HostSheet = { scores: Record<string, Score>; is_exam_applicable: boolean; tallies: Tally[]; stages: { autumn: string | null; spring: string | null }; missing_stage_reason: string; vetoes: Veto[]; strengths: string; weaknesses: string; advice: string; proposed_grade: string | null; members: string; principal: string; self_report: string; self_report_on: string | null; attendance: { due: number | null; present: number | null; sick: number | null; personal: number | null; unexcused: number | null }; goals: Goal[]; duties: DutyCount[] }
export type SendingSheet = { scores: Record<string, Score>; opinion: string; principal: string; grade: string | null; grade_reason: string }
export type Composition = { host: string; multi_source: string | null; host_combined: string; sending: string; year_final: string; stage_mean: string | null; year: string; grade: string; steps: string[]; dropped: { source: string; reason: string }[] }
export type Fit = { field: string; label: string; lines: number; max_lines: number; fits: boolean }      // does the sending school's text fit its field on the signed form
export type Appraisal = { assignment_id: string; teacher: string; sending_school: string; host_school: string; year: string; state: 'open' | 'host_signed' | 'sending_signed'; host_indicators: Indicator[]; sending_indicators: Indicator[]; host: HostSheet; sending: SendingSheet; host_total: string | null; sending_total: string | null; composition: Composition | null; missing: Refusal[] /* why it cannot be composed yet */; host_signing: Refusal[] /* what the host still lacks before signing */; sending_signing: Refusal[]; fits: Fit[]; served_terms: ('autumn' | 'spring')[]; saved_at: string }
export type AppraisalRow = { assignment_id: string; teacher: string; initials: string; sending_school: string; host_school: string; state: string; host_total: string | null; sending_total: string | null; year_score: string | null; grade: string | null; n_missing: number }
export type FeedbackItem = { id: string | null; class: 'praise' | 'suggestion' | 'problem' | 'request'; text: string; owner: string; due_on: string | null; reply: string; closed_on: string | null }
export type Feedback = { id: string | null; assignment_id: string; teacher: string; host_school: string; kind: 'term' | 'year' | 'any_time'; on: string; from: string; satisfaction: (number | null)[] /* 6: 师德 课堂 教研引领 师徒带教 融入 对学校帮助 */; contributions: string; changes: string; requests: string; recommendation: 'continue' | 'extend' | 'rotate' | null; items: FeedbackItem[]; n_open: number }
export type ReportRow = { assignment_id: string; teacher: string; sending_school: string; host_school: string; state: 'open' | 'host_signed' | 'sending_signed'; report_id: string | null; number: string | null; year_score: string | null; grade: string | null; sha256: string | null; host_ready: Refusal[]; sending_ready: Refusal[]; n_printed: number; open_feedback: number }
export type Preview = { token: string; pages: number; title: string }   // bytes: fetch(convertFileSrc-like URL `paper://localhost/${token}` or http://paper.localhost on Windows)
export type Verification = { status: 'intact' | 'changed' | 'unsigned' | 'not_ours'; says: string; signatures: { field: string; signer: string; side: Side | null; signed_at: string; is_intact: boolean; is_trusted: boolean; covers_whole_file: boolean; says: string }[] }
export type LogRow = { seq: number; at: string; what: string; about: string }
