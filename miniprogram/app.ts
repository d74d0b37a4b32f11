import { refreshAppearance, setElder } from './services/appearance'
import { startCloud, whenReached } from './services/call'
import { signalCame, tidyPhotos } from './services/sending'

App({
  onLaunch() {
    startCloud()
    wx.onThemeChange(refreshAppearance)
    whenReached(signalCame)
    wx.onNetworkStatusChange(({ isConnected }) => {
      if (isConnected) signalCame()
    })
    tidyPhotos()
  },
  onShow() {
    // Font size may have been changed in WeChat's settings meanwhile.
    refreshAppearance()
    signalCame()
  },
  /** 大字版, also switched from outside (the preview's sidebar). */
  setElder,
})
