/** Something the author of a page should fix; lines and columns count from 1. */
export interface CompileWarning {
  file: string
  line: number
  column: number
  message: string
}

/** How a compile step reports what it found; it never stops the build. */
export type Warn = (warning: CompileWarning) => void

/** `pages/home/home.wxml:12:3 …`, which editors turn into a link. */
export function formatWarning({ file, line, column, message }: CompileWarning): string {
  return `${file}:${line}:${column} ${message}`
}

/** Line and column, from 1, of an offset in a text. */
export function positionAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset)
  return {
    line: before.split('\n').length,
    column: offset - before.lastIndexOf('\n'),
  }
}
