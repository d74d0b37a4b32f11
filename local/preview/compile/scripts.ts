import { transform, type Message, type TransformFailure } from 'esbuild'
import { positionAt, type Warn } from './compile-warning'
import type { MiniProgramSource } from './mini-program-source'
import { resolvePath } from './resolve-path'

/** The mini-program's scripts as a registry of CommonJS modules whose ids are their paths. */
export class Scripts {
  private readonly modules = new Map<string, string>()
  private readonly pending: Promise<void>[] = []

  constructor(
    private readonly source: MiniProgramSource,
    private readonly warn: Warn,
  ) {}

  get size(): number {
    return this.modules.size
  }

  /** Adds a module and, in the background, everything it requires; see `finish`. */
  add(id: string): void {
    if (this.modules.has(id)) return
    this.modules.set(id, '')
    this.pending.push(this.compile(id))
  }

  /** Waits for all modules, then gives them as the members of an object literal. */
  async finish(): Promise<string> {
    for (let job = this.pending.pop(); job; job = this.pending.pop()) await job
    return [...this.modules]
      .map(([id, code]) => `${JSON.stringify(id)}:function(${PARAMETERS}){${code}\n}`)
      .join(',\n')
  }

  private async compile(id: string): Promise<void> {
    const file = this.source.scriptOf(id)
    if (file === undefined) {
      this.warn({ file: `${id}.ts`, line: 1, column: 1, message: 'script not found' })
      return
    }
    const code = this.source.read(file)
    this.modules.set(id, this.linkRequires(id, file, code, await this.toCommonJs(file, code)))
  }

  private async toCommonJs(file: string, code: string): Promise<string> {
    if (file.endsWith('.js') && !/\b(import|export)\b/.test(code)) return code
    try {
      const loader = file.endsWith('.ts') ? 'ts' : 'js'
      const output = await transform(code, { loader, format: 'cjs', target: 'es2018' })
      return output.code
    } catch (error) {
      for (const message of (error as TransformFailure).errors ?? []) this.report(file, message)
      return ''
    }
  }

  private linkRequires(id: string, file: string, original: string, code: string): string {
    return code.replace(/\brequire\(\s*(['"])([^'"]+)\1\s*\)/g, (call, _quote, request: string) => {
      const target = resolvePath(
        id,
        request.replace(/\.js$/, ''),
        (path) => this.source.scriptOf(path) !== undefined,
      )
      if (target === undefined) {
        const place = positionAt(original, Math.max(0, original.indexOf(request)))
        this.warn({ file, ...place, message: `cannot find module '${request}'` })
        return call
      }
      this.add(target)
      return `require(${JSON.stringify(target)})`
    })
  }

  private report(file: string, { text, location }: Message): void {
    const { line = 1, column = 0 } = location ?? {}
    this.warn({ file, line, column: column + 1, message: text })
  }
}

/** The order of `ModuleFactory`'s arguments. */
const PARAMETERS = 'require,module,exports,wx,getApp,getCurrentPages,App,Page,Component,Behavior'
