import { appraisal } from './appraisal'
import { assignment } from './assignment'
import { calendar } from './calendar'
import { codes } from './codes'
import { common, failure, frame } from './everywhere'
import { feedback } from './feedback'
import { help } from './help'
import { home } from './home'
import { policy } from './policy'
import { posting } from './posting'
import { paper, report } from './report'
import { school } from './school'
import { selection } from './selection'
import { settings } from './settings'
import { start } from './start'
import { roster, teacher } from './teacher'

export const zhCN = {
  appraisal,
  assignment,
  calendar,
  codes,
  common,
  failure,
  feedback,
  frame,
  help,
  home,
  paper,
  policy,
  posting,
  report,
  roster,
  school,
  selection,
  settings,
  start,
  teacher,
}
