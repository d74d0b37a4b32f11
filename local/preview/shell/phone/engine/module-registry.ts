import type { CodeSpace, ComponentEnv } from 'glass-easel-miniprogram-adapter'
import type { AppBundle } from '../../../compile/app-bundle'
import { reportProblem } from '../ui/notices'
import { withRealBehaviors } from './built-in-behaviors'

/** The globals a script of the mini-program sees. */
export interface ScriptGlobals {
  wx: unknown
  getApp: () => unknown
  getCurrentPages: () => unknown[]
  App: (definition: object) => void
}

type Definition = { behaviors?: unknown[]; options?: { styleIsolation?: string } }
type Constructors = Record<'Page' | 'Component' | 'Behavior', (definition: Definition) => unknown>

/** Runs the mini-program's scripts, each once, with WeChat's globals as arguments. */
export class ModuleRegistry {
  private readonly loaded = new Map<string, { exports: unknown }>()
  /**
   * The page or component being defined. Helpers such as TDesign's `wxComponent()` call
   * `Component` on behalf of the file that called them.
   */
  private current: { id: string; env: ComponentEnv } | undefined

  constructor(
    private readonly bundle: AppBundle,
    private readonly space: CodeSpace,
    private readonly globals: ScriptGlobals,
  ) {}

  loadAll(): void {
    this.require('app')
    for (const id of Object.keys(this.bundle.components)) {
      try {
        this.require(id)
      } catch (error) {
        reportProblem(`${id} 加载出错：${(error as Error).message}`, error)
      }
    }
  }

  private require(id: string): unknown {
    const known = this.loaded.get(id)
    if (known) return known.exports
    const factory = this.bundle.modules[id]
    if (!factory) throw new Error(`module '${id}' is not in the bundle`)
    const module = { exports: {} as unknown }
    this.loaded.set(id, module)
    const { wx, getApp, getCurrentPages, App } = this.globals
    const { Page, Component, Behavior } = this.constructors
    const run = (): void =>
      factory(
        (target) => this.require(target),
        module,
        module.exports,
        wx,
        getApp,
        getCurrentPages,
        App,
        Page,
        Component,
        Behavior,
      )
    if (this.bundle.components[id] || !this.current) this.asDefinitionOf(id, run)
    else run()
    return module.exports
  }

  private asDefinitionOf(id: string, run: () => void): void {
    this.space.componentEnv(id, (env) => {
      const outer = this.current
      this.current = { id, env }
      try {
        run()
      } finally {
        this.current = outer
      }
    })
  }

  private get constructors(): Constructors {
    const behavior = (definition: Definition): unknown =>
      this.define('Behavior', withRealBehaviors(definition, behavior))
    return {
      Behavior: behavior,
      Page: (definition) => this.define('Page', withRealBehaviors(definition, behavior)),
      Component: (definition) => this.define('Component', withRealBehaviors(definition, behavior)),
    }
  }

  private define(kind: keyof Constructors, definition: Definition): unknown {
    if (!this.current) throw new Error(`${kind}() called outside a page or component`)
    return (this.current.env as unknown as Constructors)[kind](definition)
  }
}
