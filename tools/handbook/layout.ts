/** What runs in the browser once the words are there. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { ROOT } from './assets'

export interface Laid {
  readonly pages: number
  /** On which page each matter begins, by its code. */
  readonly marks: Readonly<Record<string, number>>
  /** The beginnings of pages on which something would be cut off. */
  readonly overfull: readonly string[]
}

/** Makes pages of the book that the browser shows. */
export async function layBook(page: Page): Promise<Laid> {
  const script = readFileSync(path.join(ROOT, 'tools/handbook/paginate.js'), 'utf8')
  return (await page.evaluate<unknown>(script)) as Laid
}

/** Headings of posters that are too full. */
export const OVERFULL_POSTERS = `[...document.querySelectorAll('.page')]
  .filter((page) => page.scrollHeight > page.clientHeight + 2)
  .map((page) => page.querySelector('h1').textContent)`

/** Windows and paper cards with more words than fit; what is cut at an edge is seen by its children. */
export const OVERFULL_DESKS = `[...document.querySelectorAll('.desk, .card')]
  .filter((one) => {
    const edge = one.getBoundingClientRect()
    return [...one.querySelectorAll('h1, p, span, .what, .qr, footer')].some((part) => {
      const { bottom, right } = part.getBoundingClientRect()
      return bottom > edge.bottom - 8 || right > edge.right - 8
    })
  })
  .map((one) => one.textContent.trim().slice(0, 20))`
