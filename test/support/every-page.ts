/**
 * What every page is held to: looked at by axe, measured (text, targets, width), counted, and read
 * for what no person should see. The pages are shared out over several test files.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import type { Phone, PhoneLab, PhoneOptions } from './phones'

const ROOT = join(__dirname, '../..')
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const MOST_NODES = 600
const MOST_DEPTH = 25

interface App {
  pages: string[]
  subpackages: { root: string; pages: string[] }[]
}

const app = JSON.parse(readFileSync(join(ROOT, 'miniprogram/app.json'), 'utf8')) as App
const PAGES = [
  ...app.pages,
  ...app.subpackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
]

/** Beginnings of the pages that have a test file of their own; `every-page.test.ts` has the rest. */
const ELSEWHERE = [
  'packages/rating/',
  'packages/affairs/',
  'packages/desk/',
  'packages/places/',
  'packages/booking/',
  'packages/case/',
  'packages/supervise/',
  'packages/console/',
  'packages/office/calls/',
]

/** The pages of one test file: those that begin so, or all that no other file has. */
export const pagesOf = (beginning?: string): string[] =>
  PAGES.filter((page) =>
    beginning === undefined
      ? !ELSEWHERE.some((other) => page.startsWith(other))
      : page.startsWith(beginning),
  )

/** Who opens a page, and with which parameters. */
export interface Visit {
  readonly openid: string
  readonly query?: string
}

interface Mode {
  readonly name: string
  /** What of axe can come out differently in this mode; all rules when left out. */
  readonly rules?: readonly string[]
  readonly width: number
  /** Pixels: the smallest letters, and the smallest side of what one taps. */
  readonly text: number
  readonly target: number
}

const PLAIN: Mode = { name: 'as it comes', width: 375, text: 14, target: 44 }
const NIGHT: Mode = {
  name: 'large print in the dark',
  ...{ rules: ['color-contrast'], width: 375, text: 18, target: 60 },
}
const SMALL: Mode = {
  name: 'the smallest phone with large letters',
  ...{ rules: [], width: 320, text: 18, target: 44 },
}

/** Every page in every mode; a page without a visit fails the test. */
export function holdPages(
  pages: readonly string[],
  visits: Readonly<Record<string, () => Visit>>,
  lab: () => PhoneLab,
): void {
  test('every page is visited', () => {
    expect(Object.keys(visits).sort()).toEqual([...pages].sort())
  })

  test.each(pages)('%s', async (page) => {
    const visit = visits[page]?.()
    if (!visit) throw new Error(`nobody visits ${page}`)
    const { openid, query } = visit
    const path = `/${page}${query ? `?${query}` : ''}`
    const open = (options: PhoneOptions = {}) => lab().phone(openid, { path, ...options })
    const phone = await open()
    await hold(phone, PLAIN)
    await phone.elder(true)
    await phone.theme('dark')
    await hold(phone, NIGHT)
    await phone.elder(false)
    await phone.page.close()
    // The size of letters is set in WeChat itself, which starts the mini-program again.
    const small = await open({ fontSize: 23.8 })
    await hold(small, SMALL)
    await small.page.close()
  })
}

async function hold(phone: Phone, { name, rules, width, text, target }: Mode): Promise<void> {
  await phone.page.setViewportSize({ width, height: 812 })
  await phone.settled()
  expect({
    mode: name,
    broken: await violations(phone, rules),
    misfits: await misfits(phone, text, target),
    ...(await size(phone)),
    // What a template prints when something was forgotten.
    forgotten: /.*(undefined|NaN|\[object|null\b).*/.exec(await phone.text()),
    complaints: phone.complaints,
  }).toEqual({
    mode: name,
    broken: [],
    misfits: [],
    nodes: true,
    depth: true,
    forgotten: null,
    complaints: [],
  })
}

/** What axe finds, as rule and element: by all rules, or by the named ones. */
export async function violations(phone: Phone, rules?: readonly string[]): Promise<string[]> {
  if (rules?.length === 0) return []
  const options = { resultTypes: ['violations'], ...(rules ? { runOnly: rules } : {}) }
  await phone.page.evaluate(AXE)
  const found = await phone.page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)
  const { violations: broken } = found as {
    violations: { id: string; nodes: { html: string }[] }[]
  }
  return broken.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`))
}

/** Nodes and depth of the page itself, as WeChat's audit counts them. */
async function size(phone: Phone): Promise<{ nodes: boolean; depth: boolean }> {
  const { nodes, depth } = (await phone.page.evaluate<unknown>(`(() => {
    const pages = [...document.querySelectorAll('main')]
    const root = pages.at(-1) ?? document.body
    let deepest = 0
    const walk = (element, level) => {
      deepest = Math.max(deepest, level)
      for (const child of element.children) walk(child, level + 1)
    }
    walk(root, 0)
    return { nodes: root.querySelectorAll('*').length, depth: deepest }
  })()`)) as { nodes: number; depth: number }
  return { nodes: nodes < MOST_NODES, depth: depth < MOST_DEPTH }
}

/** What is too small to read or to hit, cut off, or wider than the phone. */
export async function misfits(phone: Phone, text: number, target: number): Promise<string[]> {
  return (await phone.page.evaluate<unknown>(`(() => {
    const [TEXT, TARGET] = [${String(text)}, ${String(target)}]
    const TAPPED = ['button', 'checkbox', 'radio', 'tab', 'link', 'switch']
    const found = new Set()
    const page = [...document.querySelectorAll('.page')].find((one) => !one.hidden)
    const width = document.documentElement.clientWidth
    const short = (words) => words.trim().replace(/\\s+/g, ' ').slice(0, 24)
    const visible = (element) => element.checkVisibility({ visibilityProperty: true })
    const above = function* (element) {
      for (let one = element; one && one !== page; one = one.parentElement) yield one
    }
    const scrolls = (element) => [...above(element)].some((one) =>
      /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1)
    const cutBy = (element, box) => [...above(element)].some((one) => {
      const { overflowX, overflowY } = getComputedStyle(one)
      const edge = one.getBoundingClientRect()
      return (overflowX === 'hidden' && box.right > edge.right + 2)
        || (overflowY === 'hidden' && box.bottom > edge.bottom + 3)
    })
    if (document.documentElement.scrollWidth > width) found.add('the page is wider than the phone')
    const scroller = page.querySelector('.page-scroller')
    if (scroller.scrollWidth > scroller.clientWidth) found.add('the page scrolls sideways')
    for (const element of page.querySelectorAll(TAPPED.map((role) => '[role=' + role + ']').join())) {
      const box = element.getBoundingClientRect()
      if (!visible(element) || box.width === 0) continue
      if (Math.min(box.width, box.height) < TARGET - 0.5) {
        const words = element.getAttribute('aria-label') ?? element.innerText
        found.add('target ' + Math.round(box.width) + '×' + Math.round(box.height) + ': ' + short(words))
      }
    }
    const words = document.createTreeWalker(page, NodeFilter.SHOW_TEXT)
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const element = node.parentElement
      if (!node.data.trim() || !element || !visible(element)) continue
      const size = parseFloat(getComputedStyle(element).fontSize)
      if (size < TEXT - 0.1) found.add('text of ' + size + ': ' + short(node.data))
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      if (scrolls(element)) continue
      if (box.left < -1 || box.right > width + 1) found.add('off the phone: ' + short(node.data))
      if (cutBy(element, box)) found.add('cut: ' + short(node.data))
    }
    return [...found]
  })()`)) as string[]
}
