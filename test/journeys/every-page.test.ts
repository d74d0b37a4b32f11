/** Every page of app.json that has no test file of its own; see test/support/every-page.ts. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { ADMIN, AGENT, CADRE, LEADER, TUESDAY, VILLAGER } from '../support/people'
import { holdPages, misfits, pagesOf, violations } from '../support/every-page'
import type { Visit } from '../support/every-page'
import { PhoneLab } from '../support/phones'
import { step, submit } from '../support/steps'

let lab: PhoneLab
let ids: { accepted: string }

/** Who opens each page, and with which parameters; a page without an entry fails the test. */
const VISITS: Readonly<Record<string, () => Visit>> = {
  'pages/home/home': () => ({ openid: VILLAGER }),
  'pages/appointments/appointments': () => ({ openid: VILLAGER }),
  'pages/progress/progress': () => ({ openid: VILLAGER }),
  'pages/mine/mine': () => ({ openid: VILLAGER }),
  'packages/guide/items/items': () => ({ openid: VILLAGER, query: 'category=aid' }),
  'packages/guide/item/item': () => ({ openid: VILLAGER, query: 'code=CJ-01' }),
  'packages/guide/ask/ask': () => ({ openid: VILLAGER }),
  'packages/guide/handbook/handbook': () => ({ openid: VILLAGER, query: 'code=CJ-01' }),
  'packages/help/register/register': () => ({ openid: 'somebody-new' }),
  'packages/help/messages/messages': () => ({ openid: VILLAGER }),
  'packages/office/inbox/inbox': () => ({ openid: CADRE }),
  'packages/office/case/case': () => ({ openid: CADRE, query: `id=${ids.accepted}` }),
  'packages/office/step/step': () => ({ openid: CADRE, query: `id=${ids.accepted}&step=decide` }),
  'packages/office/plan/plan': () => ({ openid: ADMIN }),
  'packages/office/sessions/sessions': () => ({
    openid: AGENT,
    query: `venue=v01&date=2026-11-26&name=${encodeURIComponent('村部')}`,
  }),
  'packages/office/intake/intake': () => ({ openid: CADRE }),
  'packages/office/today/today': () => ({ openid: CADRE }),
  'packages/office/me/me': () => ({ openid: CADRE }),
  'packages/station/agent/agent': () => ({ openid: AGENT }),
  'packages/station/handbook/handbook': () => ({ openid: AGENT }),
  'packages/station/help/help': () => ({ openid: AGENT }),
  'packages/station/papers/papers': () => ({ openid: AGENT }),
  'packages/station/board/board': () => ({ openid: LEADER }),
}

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  const { cloud } = lab
  const accepted = await submit(cloud)
  await step(cloud, 'accept', accepted.id)
  await step(cloud, 'progress', accepted.id, { text: '上门看过了，情况属实' })
  ids = { accepted: accepted.id }
})
afterAll(() => lab.close())

holdPages(pagesOf(), VISITS, () => lab)

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
