import type { BundledComponent } from './app-bundle'
import type { AppConfig, ComponentConfig } from './app-config'
import { positionAt, type Warn } from './compile-warning'
import type { MiniProgramSource } from './mini-program-source'
import { resolvePath } from './resolve-path'
import type { Scripts } from './scripts'
import type { Styles } from './styles'
import type { Templates } from './templates'
import { warnUnknownTags } from './unknown-tags'

/** Walks from the pages through `usingComponents` and compiles each component once. */
export class Components {
  readonly all: Record<string, BundledComponent> = {}
  private scopes = 0

  constructor(
    private readonly app: AppConfig,
    private readonly source: MiniProgramSource,
    private readonly templates: Templates,
    private readonly scripts: Scripts,
    private readonly styles: Styles,
    private readonly warn: Warn,
  ) {}

  addPage(path: string): void {
    if (!this.source.has(`${path}.wxml`)) {
      this.warnInJson('app.json', path, `page ${path} not found`)
      return
    }
    this.add(path, true)
  }

  addComponent(path: string): void {
    this.add(path, false)
  }

  private add(path: string, isPage: boolean): void {
    if (this.all[path]) return
    const config = this.source.readJson<ComponentConfig>(`${path}.json`) ?? {}
    const component: BundledComponent = { isPage, config, style: '' }
    this.all[path] = component
    config.usingComponents = this.resolveUsed(path, config)
    this.resolveGenerics(path, config)
    config.styleIsolation ??= this.isolationInScript(path)
    if (config.styleIsolation === undefined) delete config.styleIsolation
    if (!isPage) {
      config.component = true
      if (!SHARED.has(config.styleIsolation ?? '')) {
        component.scope = `c${(this.scopes++).toString(36)}`
      }
    }
    this.templates.add(path)
    this.scripts.add(path)
    component.style = this.styles.compile(path, { path, scope: component.scope ?? '' })
    this.checkTags(path, config)
  }

  private resolveUsed(path: string, config: ComponentConfig): Record<string, string> {
    const used: Record<string, string> = {}
    for (const [tag, target] of Object.entries(this.app.usingComponents ?? {})) {
      this.use(used, tag, target, 'app')
    }
    for (const [tag, target] of Object.entries(config.usingComponents ?? {})) {
      this.use(used, tag, target, path)
    }
    return used
  }

  private use(used: Record<string, string>, tag: string, target: string, from: string): void {
    if (target.startsWith('plugin')) return
    const found = this.find(from, target)
    if (found === undefined) {
      this.warnInJson(`${from}.json`, target, `component <${tag}> '${target}' not found`)
      return
    }
    used[tag] = `/${found}`
    this.addComponent(found)
  }

  private resolveGenerics(path: string, config: ComponentConfig): void {
    for (const generic of Object.values(config.componentGenerics ?? {})) {
      if (generic === true || generic.default === undefined) continue
      const found = this.find(path, generic.default)
      if (found === undefined) continue
      generic.default = `/${found}`
      this.addComponent(found)
    }
  }

  private find(from: string, target: string): string | undefined {
    return resolvePath(from, target, (path) => this.source.has(`${path}.wxml`))
  }

  /** `options: {styleIsolation}` may stand in the script, but decides how the style compiles. */
  private isolationInScript(path: string): string | undefined {
    const file = this.source.scriptOf(path)
    if (file === undefined || !this.source.isOurs(file)) return undefined
    const code = this.source.read(file)
    return (
      /styleIsolation\s*:\s*['"]([\w-]+)['"]/.exec(code)?.[1] ??
      (/addGlobalClass\s*:\s*true/.test(code) ? 'apply-shared' : undefined)
    )
  }

  private checkTags(path: string, config: ComponentConfig): void {
    const file = `${path}.wxml`
    if (!this.source.isOurs(file) || !this.source.has(file)) return
    const declared = new Set([
      ...Object.keys(config.usingComponents ?? {}),
      ...Object.keys(config.componentGenerics ?? {}),
      ...Object.keys(this.app.usingComponents ?? {}),
      ...Object.keys(this.source.readJson<ComponentConfig>(`${path}.json`)?.usingComponents ?? {}),
    ])
    warnUnknownTags(file, this.source.read(file), declared, this.warn)
  }

  private warnInJson(file: string, word: string, message: string): void {
    const text = this.source.has(file) ? this.source.read(file) : ''
    this.warn({ file, ...positionAt(text, Math.max(0, text.indexOf(word))), message })
  }
}

const SHARED = new Set(['shared', 'page-shared'])
