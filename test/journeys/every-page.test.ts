/** Every page of app.json, looked at by axe, counted, and read for what no person should see. */
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

const MODES: readonly [string, PhoneOptions][] = [
  ['as it comes', {}],
  ['large print in the dark', { elder: true, theme: 'dark' }],
]

describe.each(MODES)('%s', (_mode, options) => {
  test.each(PAGES)('%s', async (page) => {
    const { openid, query } = VISITS[page]?.() ?? { openid: VILLAGER }
    const phone = await lab.phone(openid, {
      ...options,
      path: `/${page}${query ? `?${query}` : ''}`,
    })
    try {
      await phone.settled()
      expect(await violations(phone)).toEqual([])
      expect(await size(phone)).toEqual({ nodes: true, depth: true })
      // What a template prints when something was forgotten.
      expect(await phone.text()).not.toMatch(/undefined|NaN|\[object|null\b/)
      expect(phone.complaints).toEqual([])
    } finally {
      await phone.page.close()
    }
  })
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
