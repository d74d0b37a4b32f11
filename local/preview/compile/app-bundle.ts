import type { AppConfig, ComponentConfig, ThemeVariables } from './app-config'

/** A page or a component as the phone gets it. */
export interface BundledComponent {
  isPage: boolean
  config: ComponentConfig
  /** Prefix of its class names; absent when it shares the page's styles. */
  scope?: string
  style: string
}

export type RequireModule = (id: string) => unknown

/** A script of the mini-program, wrapped so that it sees WeChat's globals as arguments. */
export type ModuleFactory = (
  require: RequireModule,
  module: { exports: unknown },
  exports: unknown,
  wx: unknown,
  getApp: unknown,
  getCurrentPages: unknown,
  App: unknown,
  Page: unknown,
  Component: unknown,
  Behavior: unknown,
) => void

/** What `app.js` leaves in `window.miniProgram`: the contract between compile and shell. */
export interface AppBundle {
  app: AppConfig
  pages: string[]
  theme: ThemeVariables
  components: Record<string, BundledComponent>
  appStyle: string
  /** Compiled templates by path; their shape is glass-easel's affair. */
  templates: Record<string, unknown>
  modules: Record<string, ModuleFactory>
}
