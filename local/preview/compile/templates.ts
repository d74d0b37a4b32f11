import { posix } from 'node:path'
import { TmplGroup } from 'glass-easel-template-compiler'
import type { Warn } from './compile-warning'
import type { MiniProgramSource } from './mini-program-source'

interface TemplateProblem {
  message: string
  startLine: number
  startColumn: number
}

/** WXML and WXS, compiled into one group of glass-easel templates. */
export class Templates {
  private readonly group = new TmplGroup()
  private readonly seen = new Set<string>()

  constructor(
    private readonly source: MiniProgramSource,
    private readonly warn: Warn,
  ) {}

  /** Adds a template with everything it imports. */
  add(path: string, importedBy = path): void {
    if (this.seen.has(`${path}.wxml`)) return
    this.seen.add(`${path}.wxml`)
    const file = `${path}.wxml`
    if (!this.source.has(file)) return this.missing(file, importedBy)
    const problems = this.group.addTmpl(path, this.source.read(file)) as TemplateProblem[]
    if (this.source.isOurs(file)) {
      for (const { message, startLine, startColumn } of problems) {
        this.warn({ file, line: startLine + 1, column: startColumn + 1, message })
      }
    }
    for (const name of this.group.getInlineScriptModuleNames(path) as string[]) {
      this.group.setInlineScript(path, name, adaptWxs(this.group.getInlineScript(path, name)))
    }
    for (const imported of this.group.getDirectDependencies(path) as string[]) {
      this.add(imported, path)
    }
    for (const script of this.group.getScriptDependencies(path) as string[]) {
      this.addScript(script, path)
    }
  }

  /** The whole group as an expression of JavaScript. */
  toJavaScript(): string {
    return this.group.getTmplGenObjectGroups()
  }

  private addScript(path: string, importedBy: string): void {
    const file = `${path}.wxs`
    if (this.seen.has(file)) return
    this.seen.add(file)
    if (!this.source.has(file)) return this.missing(file, importedBy)
    const code = this.source.read(file)
    this.group.addScript(path, adaptWxs(code))
    for (const [, required] of code.matchAll(/require\(\s*['"](.+?)\.wxs['"]\s*\)/g)) {
      this.addScript(posix.join(posix.dirname(path), required ?? ''), path)
    }
  }

  private missing(file: string, importedBy: string): void {
    this.warn({ file: `${importedBy}.wxml`, line: 1, column: 1, message: `${file} not found` })
  }
}

/**
 * WXS differs from the JavaScript that runs here in two ways that matter: required paths carry
 * their extension, and `x.constructor` is a name such as 'Array'.
 */
export function adaptWxs(code: string): string {
  return code
    .replace(/(require\(\s*['"][^'"]+?)\.wxs(['"]\s*\))/g, '$1$2')
    .replace(/\.constructor\b/g, '.constructor.name')
}
