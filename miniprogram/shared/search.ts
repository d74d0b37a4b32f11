/**
 * 找事: everyday words, pinyin initials and syllables, one wrong character. Everything is prepared
 * once; a keystroke then compares some 1,500 short strings, well under a millisecond on a laptop.
 */

/** What the catalogue gives for searching; `pinyin` holds initials and syllables of the names. */
export interface Searchable {
  readonly name: string
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  readonly pinyin: readonly string[]
}

interface Entry<T> {
  readonly item: T
  readonly name: string
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  readonly pinyin: readonly string[]
  /** The same, as somebody types who speaks dialect. */
  readonly spoken: readonly string[]
  readonly all: string
}

export interface SearchIndex<T> {
  readonly entries: readonly Entry<T>[]
}

export interface SearchResult<T> {
  readonly items: T[]
  /** Nothing fitted as typed; these are near. */
  readonly guessed: boolean
}

const LONGEST_QUERY = 20

/** Lower case, half width, no spaces or punctuation: `ＤＢ，低 保` → `db低保`. */
export function normalize(text: string): string {
  return text
    .slice(0, LONGEST_QUERY * 4)
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .toLowerCase()
    .replace(/[^0-9a-z\u3400-\u9fff\u{20000}-\u{323af}]/gu, '')
    .slice(0, LONGEST_QUERY)
}

export function buildIndex<T extends Searchable>(items: readonly T[]): SearchIndex<T> {
  return {
    entries: items.map((item) => {
      const name = normalize(item.name)
      const aliases = item.aliases.map(normalize)
      const keywords = item.keywords.map(normalize)
      return {
        item,
        name,
        aliases,
        keywords,
        pinyin: item.pinyin,
        spoken: item.pinyin.map(spoken),
        all: [name, ...aliases, ...keywords].join('|'),
      }
    }),
  }
}

export function search<T extends Searchable>(
  index: SearchIndex<T>,
  query: string,
  most = 8,
): SearchResult<T> {
  const wanted = normalize(query)
  if (!wanted) return { items: [], guessed: false }
  const isLatin = /^[a-z0-9]+$/.test(wanted)
  const found = ranked(index, most, (entry) =>
    isLatin ? latinScore(entry, wanted) : chineseScore(entry, wanted),
  )
  if (found.length > 0) return { items: found, guessed: false }
  const guesses = ranked(index, most, (entry) =>
    isLatin ? latinGuess(entry, wanted) : chineseGuess(entry, wanted),
  )
  return { items: guesses, guessed: guesses.length > 0 }
}

function ranked<T>(index: SearchIndex<T>, most: number, scoreOf: (entry: Entry<T>) => number): T[] {
  return index.entries
    .map((entry, order) => ({ entry, order, score: scoreOf(entry) }))
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) => b.score - a.score || a.entry.name.length - b.entry.name.length || a.order - b.order,
    )
    .slice(0, most)
    .map(({ entry }) => entry.item)
}

/** The word itself before words that begin with it, before words that contain it. */
function chineseScore(entry: Entry<unknown>, wanted: string): number {
  if (entry.name === wanted || entry.aliases.includes(wanted)) return 100
  if (entry.keywords.includes(wanted)) return 85
  if (entry.name.startsWith(wanted)) return 80
  if (entry.aliases.some((alias) => alias.startsWith(wanted))) return 75
  if (entry.name.includes(wanted)) return 70
  if (entry.all.includes(wanted)) return 60
  // "我要办低保" holds a whole word that we know.
  const inside = [...entry.aliases, ...entry.keywords].filter(
    (word) => word.length >= 2 && wanted.includes(word),
  )
  if (inside.length > 0) return 40 + Math.max(...inside.map((word) => word.length))
  return inOrder(wanted, entry.name) ? 30 : 0
}

function latinScore(entry: Entry<unknown>, wanted: string): number {
  let best = 0
  for (const form of entry.pinyin) {
    if (form === wanted) best = Math.max(best, 100)
    else if (form.startsWith(wanted)) best = Math.max(best, 80)
    else if (wanted.length >= 2 && form.includes(wanted)) best = Math.max(best, 50)
  }
  return best
}

/** As dialects say it, then with one letter mistyped. */
function latinGuess(entry: Entry<unknown>, wanted: string): number {
  if (wanted.length < 3) return 0
  const heard = spoken(wanted)
  if (entry.spoken.includes(heard)) return 60
  if (entry.spoken.some((form) => form.startsWith(heard))) return 50
  const most = wanted.length >= 7 ? 2 : 1
  let best = 0
  for (const form of entry.pinyin) {
    const near = editDistance(wanted, form.slice(0, wanted.length + most), most)
    if (near <= most) best = Math.max(best, 30 - near * 5)
  }
  return best
}

/** Sounds that are one here: zh z, ch c, sh s, n l, ang an, hu f. */
const spoken = (text: string): string =>
  text
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/l/g, 'n')
    .replace(/hu(?=[aeio])/g, 'f')
    .replace(/hu/g, 'fu')

/** Most characters of the query stand in one of the names: one wrong character is forgiven. */
function chineseGuess(entry: Entry<unknown>, wanted: string): number {
  const characters = [...wanted]
  if (characters.length < 2) return 0
  let best = 0
  for (const text of [entry.name, ...entry.aliases, ...entry.keywords]) {
    const hits = characters.filter((character) => text.includes(character)).length
    const share = hits / characters.length
    if (share >= 0.5) best = Math.max(best, share * 20 + hits - text.length / 100)
  }
  return best
}

function inOrder(wanted: string, text: string): boolean {
  if (wanted.length < 2) return false
  let at = 0
  for (const character of wanted) {
    const found = text.indexOf(character, at)
    if (found < 0) return false
    at = found + 1
  }
  return true
}

/** Edits from `wanted` to any beginning of `text`, counted only up to `most`. */
function editDistance(wanted: string, text: string, most: number): number {
  let previous = Array.from({ length: text.length + 1 }, (_, column) => column)
  for (let row = 1; row <= wanted.length; row++) {
    const line = [row]
    let smallest = row
    for (let column = 1; column <= text.length; column++) {
      const same = wanted[row - 1] === text[column - 1] ? 0 : 1
      const value = Math.min(
        (previous[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + same,
      )
      line.push(value)
      smallest = Math.min(smallest, value)
    }
    if (smallest > most) return most + 1
    previous = line
  }
  return Math.min(...previous)
}
