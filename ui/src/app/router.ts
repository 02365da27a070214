// The screens in the order in which the year's work flows.
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'

import { useSession } from './session'

export const STEPS = ['home', 'school', 'teacher', 'policy', 'calendar', 'selection', 'assignment', 'appraisal', 'feedback', 'report', 'settings', 'help'] as const
export type StepName = (typeof STEPS)[number]

export const routes: RouteRecordRaw[] = [
  { path: '/', redirect: { name: 'home' } },
  { path: '/start', name: 'start', component: () => import('@/steps/start/StartScreen.vue') },
  { path: '/home', name: 'home', component: () => import('@/steps/home/HomeScreen.vue') },
  { path: '/school', name: 'school', component: () => import('@/steps/school/SchoolScreen.vue') },
  { path: '/teacher', name: 'teacher', component: () => import('@/steps/teacher/TeacherScreen.vue') },
  { path: '/policy/:id?', name: 'policy', component: () => import('@/steps/policy/PolicyScreen.vue') },
  { path: '/calendar', name: 'calendar', component: () => import('@/steps/calendar/CalendarScreen.vue') },
  { path: '/selection/:part?', name: 'selection', component: () => import('@/steps/selection/SelectionScreen.vue') },
  { path: '/assignment/:part?/:id?', name: 'assignment', component: () => import('@/steps/assignment/AssignmentScreen.vue') },
  { path: '/appraisal/:id?', name: 'appraisal', component: () => import('@/steps/appraisal/AppraisalScreen.vue') },
  { path: '/feedback', name: 'feedback', component: () => import('@/steps/feedback/FeedbackScreen.vue') },
  { path: '/report', name: 'report', component: () => import('@/steps/report/ReportScreen.vue') },
  { path: '/settings', name: 'settings', component: () => import('@/steps/settings/SettingsScreen.vue') },
  { path: '/help', name: 'help', component: () => import('@/steps/help/HelpScreen.vue') },
  { path: '/:rest(.*)*', redirect: { name: 'home' } },
]

export function makeRouter() {
  const router = createRouter({ history: createWebHashHistory(), routes })
  router.beforeEach(async (to) => {
    const session = useSession()
    // Without an answer there is no ledger to show; the start screen says so.
    await session.learn().catch(() => undefined)
    if (!session.isOpen && to.name !== 'start') return { name: 'start' }
    if (session.isOpen && to.name === 'start') return { name: 'home' }
    return true
  })
  return router
}
