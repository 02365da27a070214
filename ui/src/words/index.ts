// Every word a user reads comes from here. One language so far; a second one has to have the same shape.
import { zhCN } from './zh-CN'

export type Words = typeof zhCN
export const words: Words = zhCN
