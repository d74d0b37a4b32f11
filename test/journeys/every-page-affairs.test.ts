/** 交办、反映、调解、咨询、台账: held to what every page is held to, and walked from end to end. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { holdPages, misfits, pagesOf, violations } from '../support/every-page'
import type { Visit } from '../support/every-page'
import { raiseIssue } from '../support/issues'
import { mediationIn, MEDIATOR } from '../support/mediations'
import { issuedOrder } from '../support/orders'
import { CADRE, SUPERVISOR, TUESDAY, VILLAGER, WINDOW } from '../support/people'
import { PhoneLab } from '../support/phones'
import type { Phone } from '../support/phones'

let lab: PhoneLab
let ids: { order: string; issue: string; mediation: string; number: string; code: string }

const VISITS: Readonly<Record<string, () => Visit>> = {
  'packages/affairs/list/list': () => ({ openid: SUPERVISOR, query: 'kind=issues' }),
  'packages/affairs/matter/matter': () => ({
    openid: SUPERVISOR,
    query: `kind=issue&id=${ids.issue}`,
  }),
  'packages/affairs/form/form': () => ({ openid: VILLAGER, query: 'form=raise' }),
  'packages/affairs/look/look': () => ({
    openid: VILLAGER,
    query: `number=${ids.number}&code=${ids.code}`,
  }),
  'packages/affairs/ledger/ledger': () => ({ openid: SUPERVISOR }),
}

/** Other faces of the same pages, looked at once. */
const FACES: readonly (readonly [string, () => { openid: string; path: string }])[] = [
  ['a list of orders', () => ({ openid: CADRE, path: 'list/list?kind=orders' })],
  ['a mediator’s list', () => ({ openid: MEDIATOR, path: 'list/list?kind=mediations' })],
  ['nothing to call back', () => ({ openid: WINDOW, path: 'list/list?kind=consultations' })],
  ['nothing raised yet', () => ({ openid: 'demo-villager-5', path: 'list/list?kind=raised' })],
  ['an order', () => ({ openid: CADRE, path: `matter/matter?kind=order&id=${ids.order}` })],
  [
    'a mediation',
    () => ({ openid: MEDIATOR, path: `matter/matter?kind=mediation&id=${ids.mediation}` }),
  ],
  [
    'an agreement',
    () => ({ openid: MEDIATOR, path: `form/form?form=mediationAgree&id=${ids.mediation}` }),
  ],
  ['a new order', () => ({ openid: SUPERVISOR, path: 'form/form?form=order' })],
  ['a consultation', () => ({ openid: WINDOW, path: 'form/form?form=consultation' })],
]

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  const { cloud } = lab
  const issue = await raiseIssue(cloud)
  await issuedOrder(cloud, 'answered', { origin: { kind: 'issue', id: issue.id } })
  const order = await issuedOrder(cloud, 'signed')
  const mediation = await mediationIn(cloud, 'talking')
  ids = {
    order: order.id,
    issue: issue.id,
    mediation: mediation.id,
    number: issue.number,
    code: issue.queryCode,
  }
})
afterAll(() => lab.close())

holdPages(pagesOf('packages/affairs/'), VISITS, () => lab)

const on = async (openid: string, path: string, use: (phone: Phone) => Promise<void>) => {
  const phone = await lab.phone(openid, { path: `/packages/affairs/${path}` })
  try {
    await phone.settled()
    await use(phone)
    expect(phone.complaints).toEqual([])
  } finally {
    await phone.page.close()
  }
}

const choose = (phone: Phone, name: string) =>
  phone.tapOn(phone.page.getByRole('radio', { name }).first())

test.each(FACES)('%s', async (_name, face) => {
  const { openid, path } = face()
  await on(openid, path, async (phone) => {
    expect(await violations(phone)).toEqual([])
    expect(await misfits(phone, 14, 44)).toEqual([])
    expect(await phone.text()).not.toMatch(/undefined|NaN|\[object|null\b/)
  })
})

test('a consultation is three taps', async () => {
  await on(WINDOW, 'form/form?form=consultation', async (phone) => {
    await choose(phone, '社保医保')
    await choose(phone, '当场答了')
    await phone.tap('记下')
    await phone.sees('记下了')
  })
})

test('without a name: a number and a code, with which the answer is found', async () => {
  await on(VILLAGER, 'form/form?form=raise', async (phone) => {
    await phone.tap('交上去')
    await phone.sees('选一个')
    await choose(phone, '提个建议')
    await phone.page.getByPlaceholder('什么事、在哪里、想怎么办').fill('村口装个路灯')
    await choose(phone, '不写名字')
    await phone.tap('交上去')
    await phone.sees('收到了')
    await phone.sees('查询码')
    await phone.sees('只有监督员看得到')
  })
})

test('an order is answered; what says nothing is bounced back with the reason', async () => {
  await on(CADRE, `matter/matter?kind=order&id=${ids.order}`, async (phone) => {
    await phone.tap(/^回复，/)
    await phone.page.getByPlaceholder(/路灯换了两盏/).fill('收到')
    await phone.tap('交上去')
    await phone.sees('回复等于没写')
    await phone.tap('关上')
    await phone.page.getByPlaceholder(/路灯换了两盏/).fill('换了两盏，今晚亮')
    await phone.tap('交上去')
    await phone.sees('记下了')
    await phone.tap('好')
    await phone.sees('回复了，等销号')
  })
})

test('the supervisor checks the ledger', async () => {
  await on(SUPERVISOR, 'ledger/ledger', async (phone) => {
    await phone.tap('开始核对')
    await phone.sees('都对得上')
  })
})
