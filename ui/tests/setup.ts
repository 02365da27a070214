// Element Plus for every mounted part, and invented data as at the beginning for every test.
import { config } from '@vue/test-utils'
import ElementPlus from 'element-plus'
import zhCn from 'element-plus/es/locale/lang/zh-cn'
import { beforeEach } from 'vitest'

import { reset } from '@/api/mock/answer'

config.global.plugins = [[ElementPlus, { locale: zhCn }]]

beforeEach(() => {
  reset()
  document.body.innerHTML = ''
})
