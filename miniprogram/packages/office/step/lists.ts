/** Several things in one text, as people write them. */

/** `甲、乙` */
export const namesIn = (text: string): string[] =>
  text
    .split(/[、，,;；\s]+/)
    .map((name) => name.trim())
    .filter(Boolean)

export interface Pair {
  readonly name: string
  readonly words: string
}

/** `名称：内容`, one a line; null when a line has no colon or nothing on a side of it. */
export function pairsIn(text: string): Pair[] | null {
  const lines = text.split('\n').filter((line) => line.trim())
  const pairs = lines.map((line) => {
    const [, name = '', words = ''] = /^([^：:]+)[：:](.+)$/.exec(line) ?? []
    return { name: name.trim(), words: words.trim() }
  })
  return pairs.every(({ name, words }) => name && words) ? pairs : null
}
