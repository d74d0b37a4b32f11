/** The pages of applications, each where it has most to show. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { holdPages, misfits, pagesOf, violations } from '../support/every-page'
import type { Visit } from '../support/every-page'
import { AGENT, CADRE, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { PhoneLab } from '../support/phones'
import { step, submit } from '../support/steps'

let lab: PhoneLab
let ids: { open: string; missing: string; busy: string }

const VISITS: Readonly<Record<string, () => Visit>> = {
  'packages/case/submit/submit': () => ({ openid: VILLAGER, query: 'code=MZ-01' }),
  'packages/case/receipt/receipt': () => ({ openid: VILLAGER, query: `id=${RECEIPT.id}` }),
  'packages/case/outbox/outbox': () => ({ openid: VILLAGER, query: 'kept=1' }),
  'packages/case/progress/progress': () => ({ openid: VILLAGER, query: `id=${ids.busy}` }),
  'packages/case/track/track': () => ({ openid: VILLAGER }),
  'packages/case/supplement/supplement': () => ({ openid: VILLAGER, query: `id=${ids.missing}` }),
  'packages/case/notices/notices': () => ({ openid: VILLAGER }),
}

/** As the phone keeps it after handing in. */
const RECEIPT = {
  id: 'kept-receipt',
  number: '1124-61585-2',
  queryCode: '955764',
  status: 'received',
  dueDate: '2026-12-08',
  itemName: '最低生活保障申请',
  papers: ['居民身份证', '户口本', '村里开的居住证明'],
}

/** What went out and what was refused; what still waits is looked at in the journey without signal. */
const OUTBOX = [
  {
    id: 'r1',
    title: '临时救助，覃大旺',
    state: 'refused',
    why: '这个事项12月起不办了，改办“急难救助”。',
    form: { papers: {} },
    photos: [],
  },
  {
    id: 'r2',
    title: '收件：城乡居民医保参保登记，阿卜杜热西提·买买提',
    state: 'sent',
    why: '有照片打不开了，到时自己带。',
    answer: RECEIPT,
    input: {},
    form: { papers: {} },
    photos: [],
  },
]

beforeAll(async () => {
  lab = await PhoneLab.open(TUESDAY)
  const { cloud } = lab
  await lab.store(VILLAGER, {
    [`cache1:receipt:${RECEIPT.id}`]: { data: RECEIPT, at: 1 },
    outbox: OUTBOX,
  })
  const take = (openid: string, action: string, id: string, content: object) =>
    cloud.ok(openid, `case.${action}`, { id, requestId: newRequest(), ...content })
  const missing = await submit(cloud)
  await take(CADRE, 'notifySupplement', missing.id, {
    missing: [
      { key: 'id-card', reason: '照片是糊的，看不清号码' },
      { key: 'more-x', name: '村里开的居住证明', reason: '写明住了几年，村里盖章' },
    ],
  })
  // Everything that can stand beside the course of one matter.
  const busy = await submit(cloud)
  await step(cloud, 'accept', busy.id)
  await take(CADRE, 'takeOriginals', busy.id, { names: ['居民身份证', '一卡通存折'] })
  await take(CADRE, 'setPriority', busy.id, { reason: '等着住院交钱' })
  await take(CADRE, 'forward', busy.id, {
    to: '县民政局',
    expectedOn: '2026-12-03',
    receiptNumber: 'SM-20261124-0007',
  })
  await take(CADRE, 'requestExtension', busy.id, { reason: '山上雪封了路，踏勘上不去' })
  await take(CADRE, 'requestTransfer', busy.id, { toUnit: 'yb', reason: '这是医保报销' })
  await take(CADRE, 'suspend', busy.id, {
    ground: '鉴定',
    document: '新政告〔2026〕3号',
    expectedOn: '2026-12-10',
  })
  ids = { open: (await submit(cloud)).id, missing: missing.id, busy: busy.id }
  await cloud.ok<Output<'case', 'intake'>>(AGENT, 'case.intake', {
    code: 'MZ-05',
    requestId: newRequest(),
    applicant: { name: '龚桂香', villageId: 'v01', contact: { by: 'agent' } },
    materials: [{ key: 'hukou' }],
  })
})
afterAll(() => lab.close())

holdPages(pagesOf('packages/case/'), VISITS, () => lab)

/** Forms of every kind of field, the counter, what the agent holds. */
const WORK: readonly [string, () => Visit & { readonly path: string }][] = [
  ['one notice', () => form('notifySupplement', ids.open)],
  ['a department', () => form('requestTransfer', ids.open)],
  ['a legal ground and a day', () => form('suspend', ids.open)],
  ['a thumbprint', () => form('authorise', ids.open)],
  ['originals', () => form('returnOriginals', ids.busy)],
  ['a matter with all its groups', () => office('case/case', `id=${ids.busy}`)],
  ['the counter', () => office('intake/intake', 'code=MZ-17')],
  ['papers of the agent', () => ({ openid: AGENT, path: '/packages/station/papers/papers' })],
]

const office = (page: string, query: string) => ({
  openid: CADRE,
  path: `/packages/office/${page}?${query}`,
})
const form = (name: string, id: string) => office('step/step', `id=${id}&step=${name}`)

test.each(WORK)('%s: large, dark, readable, within reach', async (_what, where) => {
  const { openid, path } = where()
  const phone = await lab.phone(openid, { path, elder: true, theme: 'dark' })
  try {
    await phone.settled()
    expect(await violations(phone)).toEqual([])
    expect(await misfits(phone, 18, 60)).toEqual([])
    expect(await phone.text()).not.toMatch(/undefined|NaN|\[object|null\b/)
    expect(phone.complaints).toEqual([])
  } finally {
    await phone.page.close()
  }
})
