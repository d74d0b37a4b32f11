/**
 * Every page of app.json: looked at by axe, measured (text, targets, width), counted, and read for
 * what no person should see.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { AGENT, CADRE, LEADER, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { PhoneLab } from '../support/phones'
import type { Phone, PhoneOptions } from '../support/phones'
import { completedCase, slotsOf, step, submit } from '../support/steps'

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

let lab: PhoneLab
let ids: { open: string; accepted: string; completed: string; ticket: string; slot: string }

/** Who opens each page, and with which parameters; a page without an entry fails the test. */
const VISITS: Readonly<Record<string, () => { openid: string; query?: string }>> = {
  'pages/home/home': () => ({ openid: VILLAGER }),
  'pages/appointments/appointments': () => ({ openid: VILLAGER }),
  'pages/progress/progress': () => ({ openid: VILLAGER }),
  'pages/mine/mine': () => ({ openid: VILLAGER }),
  'packages/guide/items/items': () => ({ openid: VILLAGER, query: 'category=aid' }),
  'packages/guide/item/item': () => ({ openid: VILLAGER, query: 'code=CJ-01' }),
  'packages/booking/slots/slots': () => ({ openid: VILLAGER, query: 'codes=MZ-05' }),
  'packages/booking/confirm/confirm': () => ({
    openid: VILLAGER,
    query: `slot=${encodeURIComponent(ids.slot)}&venue=v01&codes=MZ-05,YB-01,RS-08`,
  }),
  'packages/booking/ticket/ticket': () => ({ openid: VILLAGER, query: `id=${ids.ticket}` }),
  'packages/case/submit/submit': () => ({ openid: VILLAGER, query: 'code=MZ-01' }),
  'packages/case/receipt/receipt': () => ({ openid: VILLAGER, query: `id=${ids.open}` }),
  'packages/case/progress/progress': () => ({ openid: VILLAGER, query: `id=${ids.accepted}` }),
  'packages/case/track/track': () => ({ openid: VILLAGER }),
  'packages/rating/rate/rate': () => ({ openid: VILLAGER, query: `id=${ids.completed}` }),
  'packages/help/register/register': () => ({ openid: 'somebody-new' }),
  'packages/help/messages/messages': () => ({ openid: VILLAGER }),
  'packages/office/inbox/inbox': () => ({ openid: CADRE }),
  'packages/office/case/case': () => ({ openid: CADRE, query: `id=${ids.accepted}` }),
  'packages/office/step/step': () => ({ openid: CADRE, query: `id=${ids.accepted}&step=decide` }),
  'packages/office/today/today': () => ({ openid: CADRE }),
  'packages/office/me/me': () => ({ openid: CADRE }),
  'packages/station/agent/agent': () => ({ openid: AGENT }),
  'packages/station/help/help': () => ({ openid: AGENT }),
  'packages/station/board/board': () => ({ openid: LEADER }),
}

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  const { cloud } = lab
  const open = await submit(cloud)
  const accepted = await submit(cloud)
  await step(cloud, 'accept', accepted.id)
  await step(cloud, 'progress', accepted.id, { text: '上门看过了，情况属实' })
  const [slot, other] = await slotsOf(cloud)
  const { appointment } = await cloud.ok<Output<'appointment', 'book'>>(
    VILLAGER,
    'appointment.book',
    {
      slotId: slot?.id,
      codes: ['MZ-05', 'YB-01'],
      requestId: newRequest(),
    },
  )
  ids = {
    open: open.id,
    accepted: accepted.id,
    completed: (await completedCase(cloud)).id,
    ticket: appointment.id,
    slot: other?.id ?? '',
  }
})
afterAll(() => lab.close())

test('every page of app.json is visited', () => {
  expect(Object.keys(VISITS).sort()).toEqual([...PAGES].sort())
})

interface Mode extends PhoneOptions {
  readonly width: number
  /** Pixels: the smallest letters, and the smallest side of what one taps. */
  readonly text: number
  readonly target: number
}

const MODES: readonly [string, Mode][] = [
  ['as it comes', { width: 375, text: 14, target: 44 }],
  ['large print in the dark', { width: 375, elder: true, theme: 'dark', text: 18, target: 60 }],
  ['the smallest phone with large letters', { width: 320, fontSize: 23.8, text: 18, target: 44 }],
]

describe.each(MODES)('%s', (_mode, { width, text, target, ...options }) => {
  test.each(PAGES)('%s', async (page) => {
    const { openid, query } = VISITS[page]?.() ?? { openid: VILLAGER }
    const phone = await lab.phone(openid, {
      ...options,
      path: `/${page}${query ? `?${query}` : ''}`,
    })
    try {
      await phone.page.setViewportSize({ width, height: 812 })
      await phone.settled()
      expect(await violations(phone)).toEqual([])
      expect(await misfits(phone, text, target)).toEqual([])
      expect(await size(phone)).toEqual({ nodes: true, depth: true })
      // What a template prints when something was forgotten.
      expect(await phone.text()).not.toMatch(/undefined|NaN|\[object|null\b/)
      expect(phone.complaints).toEqual([])
    } finally {
      await phone.page.close()
    }
  })
})

/** The first tap on 消息 throws, as a mistake of ours would. */
const BREAK_ONCE = `(() => {
  let bundle
  let broken = false
  const breaking = (definition) => {
    const { openMessages } = definition.methods
    if (!openMessages) return definition
    const methods = {
      ...definition.methods,
      openMessages(...values) {
        if (broken) return openMessages.apply(this, values)
        broken = true
        throw new TypeError('a mistake of ours')
      },
    }
    return { ...definition, methods }
  }
  Object.defineProperty(window, 'miniProgram', {
    get: () => bundle,
    set(value) {
      const start = value.modules['pages/mine/mine']
      value.modules['pages/mine/mine'] = (require, ...globals) =>
        start((id) => {
          const module = require(id)
          if (id !== 'services/page') return module
          return { ...module, page: (definition) => module.page(breaking(definition)) }
        }, ...globals)
      bundle = value
    },
  })
})()`

test('a page that breaks says what now, can be read, and goes on', async () => {
  const phone = await lab.phone(VILLAGER)
  try {
    await phone.page.addInitScript(BREAK_ONCE)
    await phone.open({ path: '/pages/mine/mine', elder: true })
    await phone.settled()
    await phone.tap(/^消息/)
    await phone.sees('这一步没做成')
    await phone.page.waitForTimeout(400)
    expect(await violations(phone)).toEqual([])
    expect(await misfits(phone, 18, 60)).toEqual([])
    // The measuring itself is not blind.
    expect(await misfits(phone, 99, 999)).not.toEqual([])
    await phone.shot('33-something-broke')
    await phone.tap('再试一次')
    await phone.sees('您有一件事项有进展')
  } finally {
    await phone.page.close()
  }
})

/** What axe finds, as rule and element. */
async function violations(phone: Phone): Promise<string[]> {
  await phone.page.evaluate(AXE)
  const found = await phone.page.evaluate(`axe.run(document, { resultTypes: ['violations'] })`)
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
async function misfits(phone: Phone, text: number, target: number): Promise<string[]> {
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
