import { refreshAppearance, setElder } from './services/appearance'
import { startCloud } from './services/call'

App({
  onLaunch() {
    startCloud()
    wx.onThemeChange(refreshAppearance)
  },
  onShow() {
    // Font size may have been changed in WeChat's settings meanwhile.
    refreshAppearance()
  },
  /** 大字版, also switched from outside (the preview's sidebar). */
  setElder,
})
