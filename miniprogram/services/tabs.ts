interface TabPage {
  getTabBar?: () => { setData(change: object): void } | null
}

/** Each tab page has a tab bar of its own, which must be told where it is. */
export function selectTab(page: unknown, selected: number): void {
  const bar = (page as TabPage).getTabBar?.()
  bar?.setData({ selected })
}
