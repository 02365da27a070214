// Written by `cargo xtask types` from crates/view. Do not edit.

export type Refusal = {
  code: string,
  message: string,
  place: string, };

export type Failure = {
  code: string,
  message: string,
  refusals: Array<Refusal>, };

export type StartState = {
  has_ledger: boolean,
  ledger_name: string,
  version: string, };

export type Session = {
  school_id: string,
  school_name: string,
  year: string,
  is_practice: boolean, };

export type Step = {
  step: string,
  title: string,
  done: number,
  total: number,
  state: 'done' | 'doing' | 'locked',
  why: string, };

export type Todo = {
  text: string,
  step: string,
  assignment_id: string | null, };

export type Overview = {
  year: string,
  steps: Array<Step>,
  todos: Array<Todo>,
  n_teachers: number,
  n_assignments: number, };

export type SchoolKey = {
  fingerprint: string,
  valid_until: string, };

export type School = {
  id: string,
  name: string,
  short_name: string,
  stage: string,
  principal: string,
  is_mine: boolean,
  key: SchoolKey | null,
  has_seal: boolean, };

export type SchoolForm = {
  id: string | null,
  name: string,
  short_name: string,
  stage: string,
  principal: string, };

export type TeacherRow = {
  id: string,
  name: string,
  initials: string,
  sex: string | null,
  birth_date: string | null,
  id_number_masked: string,
  subject: string,
  title: string,
  backbone: string,
  joined_school_on: string | null,
  is_posted: boolean, };

export type TeacherForm = {
  id: string | null,
  name: string,
  sex: string | null,
  birth: string,
  political_status: string,
  education: string,
  subject: string,
  title: string,
  title_awarded: string,
  backbone: string,
  post: string,
  joined_work_on: string | null,
  joined_school_on: string | null,
  on_establishment: boolean | null,
  phone: string,
  note: string,
  id_number: string,
  id_number_masked: string, };

export type RosterProblem = {
  sheet: string,
  row: number,
  column: string,
  level: 'refused' | 'warned',
  message: string, };

export type RosterTeacher = {
  row: number,
  name: string,
  sex: string | null,
  birth_date: string | null,
  id_number_masked: string,
  subject: string,
  title: string,
  joined_school_on: string | null,
  backbone: string,
  action: 'add' | 'update' | 'unchanged', };

export type RosterColumn = {
  column: string,
  heading: string,
  field: string | null, };

export type RosterPreview = {
  token: string,
  file_name: string,
  rows: number,
  accepted: number,
  warned: number,
  refused: number,
  unchanged: number,
  columns: Array<RosterColumn>,
  problems: Array<RosterProblem>,
  teachers: Array<RosterTeacher>, };

export type RosterImported = {
  added: number,
  updated: number, };

export type Terms = {
  mode: string,
  post_mode: string,
  subject: string,
  classes: string,
  weekly_lessons: number | null,
  is_homeroom: boolean | null,
  start_on: string,
  planned_end_on: string,
  actual_end_on: string | null, };

export type AssignmentRow = {
  id: string,
  teacher_id: string,
  teacher: string,
  sending_school_id: string,
  sending_school: string,
  host_school_id: string,
  host_school: string,
  my_side: 'sending' | 'host' | null,
  mode: string,
  post_mode: string,
  subject: string,
  classes: string,
  weekly_lessons: number | null,
  is_homeroom: boolean | null,
  start_on: string,
  planned_end_on: string,
  actual_end_on: string | null, };

export type AssignmentForm = {
  id: string | null,
  teacher_id: string,
  sending_school_id: string,
  host_school_id: string,
  mode: string,
  post_mode: string,
  subject: string,
  classes: string,
  weekly_lessons: number | null,
  is_homeroom: boolean | null,
  start_on: string,
  planned_end_on: string,
  actual_end_on: string | null, };

export type Indicator = {
  code: string,
  group: string,
  name: string,
  max: string,
  virtue: string,
  guide: string,
  is_evidence_required: boolean,
  may_not_apply: boolean, };

export type Score = {
  points: string | null,
  evidence: string, };

export type Tally = {
  source: string,
  score: string | null,
  invited: number | null,
  returned: number | null, };

export type Stages = {
  autumn: string | null,
  spring: string | null, };

export type Veto = {
  code: string,
  fact: string,
  document: string, };

export type Goal = {
  text: string,
  weight: number | null,
  achieved: number | null,
  evidence: string, };

export type DutyCount = {
  name: string,
  done: number | null,
  required: number | null, };

export type Attendance = {
  due: number | null,
  present: number | null,
  sick: number | null,
  personal: number | null,
  unexcused: number | null, };

export type HostSheet = {
  scores: { [key in string]: Score },
  is_exam_applicable: boolean,
  tallies: Array<Tally>,
  stages: Stages,
  missing_stage_reason: string,
  vetoes: Array<Veto>,
  strengths: string,
  weaknesses: string,
  advice: string,
  proposed_grade: string | null,
  members: string,
  principal: string,
  self_report: string,
  self_report_on: string | null,
  attendance: Attendance,
  goals: Array<Goal>,
  duties: Array<DutyCount>, };

export type SendingSheet = {
  scores: { [key in string]: Score },
  opinion: string,
  principal: string,
  grade: string | null,
  grade_reason: string, };

export type Dropped = {
  source: string,
  reason: string, };

export type Composition = {
  host: string,
  multi_source: string | null,
  host_combined: string,
  sending: string,
  year_final: string,
  stage_mean: string | null,
  year: string,
  grade: string,
  steps: Array<string>,
  dropped: Array<Dropped>, };

export type Fit = {
  field: string,
  label: string,
  lines: number,
  max_lines: number,
  fits: boolean, };

export type Appraisal = {
  assignment_id: string,
  teacher: string,
  sending_school: string,
  host_school: string,
  year: string,
  state: 'open' | 'host_signed' | 'sending_signed',
  host_indicators: Array<Indicator>,
  sending_indicators: Array<Indicator>,
  host: HostSheet,
  sending: SendingSheet,
  host_total: string | null,
  sending_total: string | null,
  composition: Composition | null,
  missing: Array<Refusal>,
  host_signing: Array<Refusal>,
  sending_signing: Array<Refusal>,
  fits: Array<Fit>,
  served_terms: ('autumn' | 'spring')[],
  saved_at: string, };

export type AppraisalRow = {
  assignment_id: string,
  teacher: string,
  initials: string,
  sending_school: string,
  host_school: string,
  state: 'open' | 'host_signed' | 'sending_signed',
  host_total: string | null,
  sending_total: string | null,
  year_score: string | null,
  grade: string | null,
  n_missing: number, };

export type FeedbackItem = {
  id: string | null,
  class: 'praise' | 'suggestion' | 'problem' | 'request',
  text: string,
  owner: string,
  due_on: string | null,
  reply: string,
  closed_on: string | null, };

export type Feedback = {
  id: string | null,
  assignment_id: string,
  teacher: string,
  host_school: string,
  kind: 'term' | 'year' | 'any_time',
  on: string,
  from: string,
  satisfaction: Array<number | null>,
  contributions: string,
  changes: string,
  requests: string,
  recommendation: 'continue' | 'extend' | 'rotate' | null,
  items: Array<FeedbackItem>,
  n_open: number, };

export type ReportRow = {
  assignment_id: string,
  teacher: string,
  sending_school: string,
  host_school: string,
  state: 'open' | 'host_signed' | 'sending_signed',
  report_id: string | null,
  number: string | null,
  year_score: string | null,
  grade: string | null,
  sha256: string | null,
  host_ready: Array<Refusal>,
  sending_ready: Array<Refusal>,
  n_printed: number,
  open_feedback: number, };

export type Preview = {
  token: string,
  title: string, };

export type SigningFailure = {
  teacher: string,
  message: string,
  refusals: Array<Refusal>, };

export type SigningOutcome = {
  signed: Array<string>,
  failed: Array<SigningFailure>, };

export type Printer = {
  name: string,
  is_default: boolean, };

export type PrintOutcome = {
  printed: number,
  failed: Array<SigningFailure>, };

export type SaveOutcome = {
  saved: number,
  folder: string, };

export type VerifiedSignature = {
  field: string,
  signer: string,
  side: 'sending' | 'host' | null,
  signed_at: string,
  is_intact: boolean,
  is_trusted: boolean,
  covers_whole_file: boolean,
  says: string, };

export type Verification = {
  status: 'intact' | 'changed' | 'unsigned' | 'not_ours',
  says: string,
  is_archived: boolean,
  signatures: Array<VerifiedSignature>, };

export type LogRow = {
  seq: number,
  at: string,
  what: string,
  about: string, };
