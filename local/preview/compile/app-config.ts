/** One entry of `tabBar.list` in app.json. */
export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

/** The `window` of app.json; a page's own json overrides it. */
export interface WindowConfig {
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  navigationStyle?: 'default' | 'custom'
  backgroundColor?: string
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  disableScroll?: boolean
}

export interface TabBarConfig {
  custom?: boolean
  color?: string
  selectedColor?: string
  backgroundColor?: string
  borderStyle?: string
  list: TabItem[]
}

interface Subpackage {
  root: string
  pages: string[]
}

/** The part of app.json that the preview understands. */
export interface AppConfig {
  pages: string[]
  entryPagePath?: string
  subpackages?: Subpackage[]
  subPackages?: Subpackage[]
  usingComponents?: Record<string, string>
  window?: WindowConfig
  tabBar?: TabBarConfig
  themeLocation?: string
  /** `v2`: the newer look of the basic components. */
  style?: string
}

/** A page's or component's json. */
export interface ComponentConfig extends WindowConfig {
  component?: boolean
  usingComponents?: Record<string, string>
  componentGenerics?: Record<string, true | { default?: string }>
  componentPlaceholder?: Record<string, string>
  styleIsolation?: string
  addGlobalClass?: boolean
}

/** `theme.json`: the values behind `@name` in app.json, once per theme. */
export interface ThemeVariables {
  light?: Record<string, string>
  dark?: Record<string, string>
}

/** Every page of the app, those of the subpackages with their root. */
export function allPages(app: AppConfig): string[] {
  const subpackages = app.subpackages ?? app.subPackages ?? []
  return [
    ...app.pages,
    ...subpackages.flatMap(({ root, pages }) =>
      pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
    ),
  ]
}
