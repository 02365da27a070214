// The page begins here.
import ElementPlus from 'element-plus'
import zhCn from 'element-plus/es/locale/lang/zh-cn'
import { createPinia } from 'pinia'
import { createApp, nextTick } from 'vue'

import 'element-plus/dist/index.css'
import '@/design/tokens.css'
import '@/design/overrides.css'
import '@/design/layout.css'
import '@/design/parts.css'

import { words } from '@/words'

import App from './App.vue'
import { makeRouter } from './router'

document.title = words.frame.title

const router = makeRouter()
// Lists and calendars float in a box of their own beside the page; a screen reader is told what it is.
router.afterEach(() =>
  nextTick(() => {
    const box = document.querySelector('[id^="el-popper-container"]')
    box?.setAttribute('role', 'region')
    box?.setAttribute('aria-label', words.common.choose)
  }),
)
createApp(App).use(createPinia()).use(router).use(ElementPlus, { locale: zhCn }).mount('#app')
