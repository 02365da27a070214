import { appraisal } from './appraisal'
import { assignment } from './assignment'
import { codes } from './codes'
import { common, failure, frame } from './everywhere'
import { feedback } from './feedback'
import { help } from './help'
import { home } from './home'
import { paper, report } from './report'
import { school } from './school'
import { settings } from './settings'
import { start } from './start'
import { roster, teacher } from './teacher'

export const zhCN = {
  appraisal,
  assignment,
  codes,
  common,
  failure,
  feedback,
  frame,
  help,
  home,
  paper,
  report,
  roster,
  school,
  settings,
  start,
  teacher,
}
