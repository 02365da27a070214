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

export type SchoolProfile = {
  area: string | null,
  tier: string | null,
  quality: string | null,
  remoteness: string | null,
  establishment: number | null,
  on_establishment: number | null,
  full_load_lessons: number | null, };

export type School = {
  id: string,
  name: string,
  short_name: string,
  stage: string,
  principal: string,
  is_mine: boolean,
  key: SchoolKey | null,
  has_seal: boolean,
  profile: SchoolProfile, };

export type SchoolForm = {
  id: string | null,
  name: string,
  short_name: string,
  stage: string,
  principal: string,
  profile: SchoolProfile, };

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

export type CareerEntry = {
  school: string,
  kind: string,
  from: string,
  to: string | null,
  is_rural: boolean, };

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
  id_number_masked: string,
  home_school_id: string | null,
  cadre: string | null,
  cadre_since: string | null,
  is_full_time: boolean | null,
  certificate: string,
  service_until: string | null,
  retire_on: string | null,
  weekly_lessons: number | null,
  career: Array<CareerEntry>, };

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

export type Choice = {
  code: string,
  word: string, };

export type Reason = {
  rule: string,
  message: string,
  is_private: boolean, };

export type PolicyRow = {
  id: string,
  slug: string,
  name: string,
  source: string,
  version: number,
  complete: boolean,
  kind: string,
  kind_word: string,
  based_on: string | null,
  effective_from: string | null,
  n_blank: number,
  n_changed: number,
  is_selection: boolean,
  is_in_force: boolean,
  version_in_force: number | null,
  can_switch: boolean,
  is_beside: boolean, };

export type ReportedValue = {
  value: string,
  words: string,
  said: string,
  rule: string,
  source: string, };

export type Parameter = {
  place: string,
  key: string,
  word: string,
  track: string | null,
  track_word: string,
  group: string,
  kind: 'whole' | 'decimal' | 'flag' | 'one' | 'any' | 'month_day' | 'text',
  unit: string,
  choices: Array<Choice>,
  value: string | null,
  words: string,
  rule: string,
  source: string,
  origin: 'source' | 'borrowed' | 'ours' | 'school',
  origin_word: string,
  note: string,
  is_computed: boolean,
  before: string | null,
  reported: Array<ReportedValue>, };

export type Duty = {
  rule: string,
  source: string,
  name: string,
  cadence: string,
  min_count: number,
  level_min: string,
  needs_evidence: boolean,
  is_on: boolean, };

export type Planned = {
  rule: string,
  source: string,
  name: string,
  when: string,
  who: string, };

export type Policy = {
  description: string,
  tracks: Array<Choice>,
  details: Array<Parameter>,
  unnamed: Array<Parameter>,
  duties: Array<Duty>,
  meetings: Array<Planned>,
  surveys: Array<Planned>,
  id: string,
  slug: string,
  name: string,
  source: string,
  version: number,
  complete: boolean,
  kind: string,
  kind_word: string,
  based_on: string | null,
  effective_from: string | null,
  n_blank: number,
  n_changed: number,
  is_selection: boolean,
  is_in_force: boolean,
  version_in_force: number | null,
  can_switch: boolean,
  is_beside: boolean, };

export type PolicyEdit = {
  key: string,
  track: string | null,
  value: string | null, };

export type PolicyForm = {
  id: string | null,
  name: string,
  based_on: string,
  effective_from: string,
  edits: Array<PolicyEdit>, };

export type PolicyDifference = {
  place: string,
  word: string,
  track_word: string,
  first: string,
  second: string,
  first_rule: string,
  second_rule: string, };

export type ChangedTeacher = {
  teacher_id: string,
  name: string,
  first: string,
  first_word: string,
  second: string,
  second_word: string,
  reasons: Array<Reason>, };

export type PolicyComparison = {
  first: PolicyRow,
  second: PolicyRow,
  year: string,
  differences: Array<PolicyDifference>,
  people: Array<ChangedTeacher>,
  n_teachers: number,
  why_nobody: string, };

export type Week = {
  week: number,
  from: string,
  to: string,
  holidays: Array<string>, };

export type CalendarTerm = {
  term: string,
  code: string,
  word: string,
  first_monday: string,
  n_weeks: number,
  is_proposed: boolean,
  weeks: Array<Week>, };

export type Holiday = {
  name: string,
  from: string,
  to: string, };

export type Deadline = {
  code: string,
  what: string,
  who: string,
  rule: string,
  step: string,
  on: string,
  usual_on: string,
  done_on: string | null,
  holiday: string,
  days_left: number,
  standing: 'done' | 'late' | 'near' | 'ahead', };

export type Recurring = {
  what: string,
  cadence: string,
  when: string,
  min_count: number,
  who: string,
  rule: string, };

export type Calendar = {
  year: string,
  policy_name: string,
  today: string,
  terms: Array<CalendarTerm>,
  holidays: Array<Holiday>,
  deadlines: Array<Deadline>,
  recurring: Array<Recurring>, };

export type TermForm = {
  first_monday: string,
  n_weeks: number, };

export type CalendarForm = {
  autumn: TermForm,
  spring: TermForm,
  holidays: Array<Holiday>, };

export type DeadlineMark = {
  code: string,
  moved_on: string | null,
  done_on: string | null, };

export type NeedForm = {
  id: string | null,
  host_school_id: string,
  term: string,
  subject: string,
  grade: string,
  heads: number,
  requirement: string,
  urgency: string,
  surveyed_on: string | null, };

export type NeedRow = {
  host_school: string,
  n_met: number,
  id: string | null,
  host_school_id: string,
  term: string,
  subject: string,
  grade: string,
  heads: number,
  requirement: string,
  urgency: string,
  surveyed_on: string | null, };

export type ExemptionForm = {
  id: string | null,
  teacher_id: string,
  kind: string,
  applied_on: string,
  proof_kind: string | null,
  seen_on: string | null,
  checked_by: string,
  consent_document: string,
  consent_on: string | null, };

export type ExemptionRow = {
  teacher: string,
  initials: string,
  holds: boolean,
  effect_word: string,
  id: string | null,
  teacher_id: string,
  kind: string,
  applied_on: string,
  proof_kind: string | null,
  seen_on: string | null,
  checked_by: string,
  consent_document: string,
  consent_on: string | null, };

export type EligibilityCounts = {
  must: number,
  may: number,
  deferred: number,
  not: number,
  manual: number, };

export type EligibilityRow = {
  teacher: string,
  name: string,
  initials: string,
  sex: string | null,
  birth_date: string | null,
  joined_school_on: string | null,
  subject: string,
  title: string,
  age: number | null,
  tenure_years: number | null,
  result: 'must' | 'may' | 'deferred' | 'not' | 'manual',
  result_word: string,
  track_word: string,
  reasons: Array<Reason>,
  is_ruled: boolean, };

export type Eligibility = {
  year: string,
  policy: string,
  policy_version: number,
  policy_name: string,
  ref_date: string,
  state: 'draft' | 'frozen' | 'reported',
  run_id: string | null,
  made_at: string | null,
  heading: Array<string>,
  is_stale: boolean,
  counts: EligibilityCounts,
  results: Array<EligibilityRow>, };

export type RunRow = {
  id: string,
  policy: string,
  policy_name: string,
  ref_date: string,
  state: string,
  state_word: string,
  made_at: string,
  counts: EligibilityCounts, };

export type Recheck = {
  run_id: string,
  is_same: boolean,
  n_teachers: number,
  unlike: Array<string>, };

export type RulingForm = {
  teacher_id: string,
  result: string,
  reason: string, };

export type CandidateForm = {
  id: string | null,
  teacher_id: string,
  channel: string,
  track: string | null,
  batch: number | null,
  wishes: Array<string>,
  strengths: string,
  conditions: Array<string>,
  applied_on: string | null,
  recommended_on: string | null,
  opinion: string,
  has_sending_consent: boolean | null,
  host_accepts: boolean | null,
  to_school_id: string | null,
  range: string | null,
  approval_document: string,
  approved_on: string | null,
  facts: string, };

export type CandidateRow = {
  teacher: string,
  initials: string,
  subject: string,
  rank: number,
  priority_word: string,
  result: string | null,
  result_word: string,
  progress: 'listed' | 'applied' | 'recommended' | 'approved',
  progress_word: string,
  authority: string,
  to_school: string,
  wish_names: Array<string>,
  warnings: Array<string>,
  id: string | null,
  teacher_id: string,
  channel: string,
  track: string | null,
  batch: number | null,
  wishes: Array<string>,
  strengths: string,
  conditions: Array<string>,
  applied_on: string | null,
  recommended_on: string | null,
  opinion: string,
  has_sending_consent: boolean | null,
  host_accepts: boolean | null,
  to_school_id: string | null,
  range: string | null,
  approval_document: string,
  approved_on: string | null,
  facts: string, };

export type QuotaCheck = {
  rule: string,
  policy: string,
  name: string,
  bound: 'at_least' | 'at_most' | 'between' | 'about' | 'shown',
  numerator: number,
  denominator: number | null,
  required_heads: number | null,
  most_heads: number | null,
  met: boolean | null,
  only_warns: boolean,
  message: string, };

export type Quota = {
  year: string,
  policy_name: string,
  is_frozen: boolean,
  n_eligible: number | null,
  n_exchanged: number,
  checks: Array<QuotaCheck>, };

export type DispatchShare = {
  name: string,
  sent: number,
  of_sent: number,
  sent_pct: string | null,
  own: number,
  of_own: number,
  own_pct: string | null,
  sample_pct: number | null, };

export type DispatchDoubt = {
  name: string,
  message: string, };

export type Dispatch = {
  shares: Array<DispatchShare>,
  doubts: Array<DispatchDoubt>, };

export type PastedRow = {
  row: number,
  text: string,
  action: 'add' | 'update' | 'unchanged' | 'refused',
  problems: Array<string>, };

export type Pasted = {
  token: string,
  kind: 'need' | 'exemption' | 'candidate' | 'assignment',
  columns: Array<string>,
  accepted: number,
  refused: number,
  rows: Array<PastedRow>, };

export type PasteResult = {
  added: number,
  updated: number, };

export type Terms = {
  track: string | null,
  mode: string,
  post_mode: string,
  subject: string,
  classes: string,
  weekly_lessons: number | null,
  is_homeroom: boolean | null,
  start_on: string,
  planned_end_on: string,
  actual_end_on: string | null,
  credit: string, };

export type Keeping = {
  is_post_kept: boolean | null,
  is_pay_unchanged: boolean | null,
  is_contract_unchanged: boolean | null,
  lodging: string | null,
  commute_minutes: number | null,
  distance_km: number | null, };

export type AssignmentRow = {
  id: string,
  teacher_id: string,
  teacher: string,
  sending_school_id: string,
  sending_school: string,
  host_school_id: string,
  host_school: string,
  my_side: 'sending' | 'host' | null,
  keeping: Keeping,
  state: string,
  state_word: string,
  is_under_way: boolean,
  approval: string,
  arrived_on: string | null,
  n_goals: number,
  last_day: string,
  track: string | null,
  mode: string,
  post_mode: string,
  subject: string,
  classes: string,
  weekly_lessons: number | null,
  is_homeroom: boolean | null,
  start_on: string,
  planned_end_on: string,
  actual_end_on: string | null,
  credit: string, };

export type AssignmentForm = {
  id: string | null,
  teacher_id: string,
  sending_school_id: string,
  host_school_id: string,
  track: string | null,
  mode: string,
  post_mode: string,
  subject: string,
  classes: string,
  weekly_lessons: number | null,
  is_homeroom: boolean | null,
  start_on: string,
  planned_end_on: string,
  actual_end_on: string | null,
  credit: string,
  keeping: Keeping, };

export type WorkGoal = {
  text: string,
  measure: string,
  target: string,
  weight: number,
  due_on: string | null,
  evidence: string,
  host: GoalVerdict | null,
  sending: GoalVerdict | null, };

export type GoalVerdict = {
  result: string,
  achieved: number, };

export type Post = {
  mode: string,
  post_mode: string,
  subject: string,
  classes: string,
  weekly_lessons: number | null,
  is_homeroom: boolean | null, };

export type StepForm = {
  event: string,
  on: string,
  by: string,
  reason: string,
  approval_document: string,
  approved_on: string | null,
  teacher_signed_on: string | null,
  host_signer: string,
  host_signed_on: string | null,
  sending_signer: string,
  sending_signed_on: string | null,
  until: string | null,
  post: Post | null,
  notice_document: string,
  noticed_on: string | null,
  second: string,
  appraisal_id: string | null,
  year: string | null, };

export type AssignmentStep = {
  event_word: string,
  planned_end_before: string,
  post_before: Post | null,
  event: string,
  on: string,
  by: string,
  reason: string,
  approval_document: string,
  approved_on: string | null,
  teacher_signed_on: string | null,
  host_signer: string,
  host_signed_on: string | null,
  sending_signer: string,
  sending_signed_on: string | null,
  until: string | null,
  post: Post | null,
  notice_document: string,
  noticed_on: string | null,
  second: string,
  appraisal_id: string | null,
  year: string | null, };

export type EventChoice = {
  event: string,
  word: string,
  needs_reason: boolean,
  needs_approval: boolean,
  is_change: boolean,
  is_end: boolean, };

export type LivingForm = {
  id: string | null,
  assignment_id: string,
  kind: string,
  problem: string,
  owner: string,
  raised_on: string,
  due_on: string | null,
  help: string,
  closed_on: string | null, };

export type LivingRow = {
  kind_word: string,
  is_open: boolean,
  is_overdue: boolean,
  id: string | null,
  assignment_id: string,
  kind: string,
  problem: string,
  owner: string,
  raised_on: string,
  due_on: string | null,
  help: string,
  closed_on: string | null, };

export type BenefitForm = {
  id: string | null,
  assignment_id: string,
  kind: string,
  from: string,
  to: string,
  due: string | null,
  basis: string,
  paid: string | null,
  paid_on: string | null,
  note: string, };

export type BenefitRow = {
  kind_word: string,
  teacher: string,
  host_school: string,
  difference: string | null,
  id: string | null,
  assignment_id: string,
  kind: string,
  from: string,
  to: string,
  due: string | null,
  basis: string,
  paid: string | null,
  paid_on: string | null,
  note: string, };

export type BenefitSheet = {
  rows: Array<BenefitRow>,
  due: string,
  paid: string,
  difference: string,
  n_open: number, };

export type SwapForm = {
  id: string | null,
  kind: string,
  members: Array<string>,
  released: string,
  study: string,
  study_from: string | null,
  study_to: string | null,
  college: string,
  interns: number | null, };

export type SwapRow = {
  kind_word: string,
  postings: Array<string>,
  doubts: Array<string>,
  id: string | null,
  kind: string,
  members: Array<string>,
  released: string,
  study: string,
  study_from: string | null,
  study_to: string | null,
  college: string,
  interns: number | null, };

export type YearOutcome = {
  appraisal_id: string,
  year: string,
  grade_word: string,
  is_signed: boolean,
  is_void: boolean, };

export type CalendarLead = {
  year: number,
  host_days: string,
  other_days: string | null,
  sending_days: string,
  leader: 'host' | 'other' | 'sending' | null, };

export type ServedYear = {
  year: string,
  months: string,
  is_void: boolean, };

export type ServedPosting = {
  assignment_id: string,
  sending_school: string,
  host_school: string,
  start_on: string,
  last_day: string,
  state: string,
  state_word: string,
  months: string,
  credited: string,
  credit: string,
  is_void: boolean,
  years: Array<ServedYear>, };

export type Title = {
  force: string,
  force_word: string,
  rule: string,
  required: number | null,
  counted: string,
  actual: string,
  lacking: string | null,
  is_met: boolean | null,
  by: string | null,
  notes: Array<string>, };

export type Honour = {
  level: string,
  word: string,
  asked: number,
  years: number,
  is_reached: boolean, };

export type ServedTeacher = {
  teacher_id: string,
  teacher: string,
  until: string,
  postings: Array<ServedPosting>,
  months: string,
  credited: string,
  title: Title,
  honours: Array<Honour>, };

export type PaperRow = {
  form: string,
  form_word: string,
  subject: string,
  about: string,
  report_id: string | null,
  number: string | null,
  revision: number | null,
  issued_on: string | null,
  signed_by: 'sending' | 'host' | null,
  next_side: 'sending' | 'host' | null,
  next_school: string | null,
  since: string,
  n_printed: number,
  has_twin: boolean, };

export type PaperOutcome = {
  made: Array<PaperRow>,
  failed: Array<SigningFailure>, };

export type AssignmentPage = {
  row: AssignmentRow,
  goals: Array<WorkGoal>,
  may_agree_goals: boolean,
  may_judge_goals: boolean,
  achievement: string | null,
  steps: Array<AssignmentStep>,
  events: Array<EventChoice>,
  doubts: Array<string>,
  proposed_extension: string | null,
  unmet: string,
  served: ServedPosting,
  planned: ServedPosting,
  years: Array<YearOutcome>,
  leads: Array<CalendarLead>,
  living: Array<LivingRow>,
  benefits: Array<BenefitRow>,
  swap: SwapRow | null,
  papers: Array<PaperRow>,
  n_open_feedback: number, };

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
  is_current: boolean,
  signatures: Array<VerifiedSignature>, };

export type LogRow = {
  seq: number,
  at: string,
  what: string,
  about: string, };
