/** The order of the book: by life event, then by code, as it is printed. */

export interface Leaf {
  readonly code: string
  readonly name: string
  readonly chapter: string
  readonly chapterName: string
  readonly at: number
  /** What stands where the page number stands on paper: counted from 1. */
  readonly number: string
}

export interface Chapter {
  readonly id: string
  readonly name: string
  readonly leaves: readonly Leaf[]
}

export function leavesOf(
  categories: readonly { readonly id: string; readonly name: string }[],
  items: readonly { readonly code: string; readonly name: string; readonly category: string }[],
): Leaf[] {
  const ordered = categories.flatMap((category) =>
    items
      .filter((item) => item.category === category.id)
      .map(({ code, name }) => ({ code, name, chapter: category.id, chapterName: category.name })),
  )
  return ordered.map((leaf, at) => ({ ...leaf, at, number: String(at + 1) }))
}

export function chaptersOf(leaves: readonly Leaf[]): Chapter[] {
  const chapters = new Map<string, Chapter>()
  for (const leaf of leaves) {
    const { chapter: id, chapterName: name } = leaf
    const before = chapters.get(id)?.leaves ?? []
    chapters.set(id, { id, name, leaves: [...before, leaf] })
  }
  return [...chapters.values()]
}

/** Where a matter is, or -1. */
export const leafOf = (leaves: readonly Leaf[], code: string): number =>
  leaves.findIndex((leaf) => leaf.code === code)
