/** Moving between pages; where that is impossible, nothing breaks. */

/** Opens a page; when ten are open already, in place of this one. */
export function go(url: string): void {
  wx.navigateTo({ url, fail: () => replace(url) })
}

export function replace(url: string): void {
  wx.redirectTo({ url, fail: () => goTab(url) })
}

export function goTab(url: string): void {
  wx.switchTab({ url, fail: () => undefined })
}

/** Back to where the person was, or to a tab when this page was opened directly. */
export function goBack(otherwise = '/pages/home/home'): void {
  wx.navigateBack({ fail: () => goTab(otherwise) })
}
