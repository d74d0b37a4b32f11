import type { AppBundle } from '../../compile/app-bundle'
import { pressWithKeyboard } from './engine/keyboard'
import { turnMouseIntoTouch } from './engine/touch'
import { followServerClock, installPhoneClock } from './phone-clock'
import { startPhone } from './start-phone'
import { reportProblem, reportUncaughtErrors } from './ui/notices'

declare global {
  interface Window {
    miniProgram?: AppBundle
    /** Globals of WXS. */
    getRegExp?: (pattern: string, flags?: string) => RegExp
    getDate?: (...parts: []) => Date
  }
}

installPhoneClock()
reportUncaughtErrors()
turnMouseIntoTouch()
pressWithKeyboard()
window.getRegExp = (pattern, flags) => new RegExp(pattern, flags)
window.getDate = (...parts) => new Date(...parts)

void followServerClock().then(() => {
  if (!window.miniProgram) return reportProblem('app.js 没有加载：先运行 local/preview/build.mjs')
  startPhone(window.miniProgram)
  document.body.dataset.ready = 'true'
})
