import { posix } from 'node:path'
import postcss, { CssSyntaxError, type AtRule, type Root } from 'postcss'
import type { Warn } from './compile-warning'
import type { MiniProgramSource } from './mini-program-source'
import { rewriteSelector, type StyleOwner } from './selectors'
import { drawIconsFromFiles } from './tdesign-icons'
import { convertUnits } from './units'

/** WXSS as CSS that a browser understands, imports included. */
export class Styles {
  constructor(
    private readonly source: MiniProgramSource,
    private readonly warn: Warn,
  ) {}

  /** The style of `path`; a `scope` keeps its classes to the component itself. */
  compile(path: string, owner: StyleOwner): string {
    const seen = new Set<string>()
    const root = this.parse(`${path}.wxss`, seen)
    if (!root) return ''
    root.walkDecls((declaration) => {
      declaration.value = convertUnits(declaration.value)
    })
    root.walkRules((rule) => {
      if (rule.parent?.type === 'atrule' && (rule.parent as AtRule).name.endsWith('keyframes')) {
        return
      }
      rule.selector = rewriteSelector(rule.selector, owner)
    })
    drawIconsFromFiles(root)
    return root.toString()
  }

  private parse(file: string, seen: Set<string>): Root | undefined {
    if (seen.has(file) || !this.source.has(file)) return undefined
    seen.add(file)
    let root: Root
    try {
      root = postcss.parse(this.source.read(file), { from: file })
    } catch (error) {
      if (!(error instanceof CssSyntaxError)) throw error
      this.warn({
        file,
        line: error.line ?? 1,
        column: error.column ?? 1,
        message: error.reason,
      })
      return undefined
    }
    this.warnLocalImages(root, file)
    root.walkAtRules('import', (rule) => this.inlineImport(rule, file, seen))
    return root
  }

  private inlineImport(rule: AtRule, file: string, seen: Set<string>): void {
    const target = /['"](.+?)['"]/.exec(rule.params)?.[1] ?? ''
    const imported = target.startsWith('/')
      ? target.slice(1)
      : posix.join(posix.dirname(file), target)
    if (!this.source.has(imported)) this.warnAt(rule, file, `cannot find '${target}'`)
    const content = this.parse(imported, seen)
    if (content) rule.replaceWith(content.nodes)
    else rule.remove()
  }

  /** WeChat ignores local pictures in WXSS; a browser would show them and hide the mistake. */
  private warnLocalImages(root: Root, file: string): void {
    if (!this.source.isOurs(file)) return
    root.walkDecls((declaration) => {
      if (/url\(\s*(?!['"]?\s*(?:data:|https?:))/.test(declaration.value)) {
        this.warnAt(declaration, file, 'WXSS cannot show a local file: use a data URI or <image>')
      }
    })
  }

  private warnAt(node: postcss.Node, file: string, message: string): void {
    const { line = 1, column = 1 } = node.source?.start ?? {}
    this.warn({ file, line, column, message })
  }
}
