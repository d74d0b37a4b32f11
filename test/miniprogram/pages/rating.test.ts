import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Output } from '../../../typings/wire'
import { checkForm, EMPTY_FORM } from '../../../miniprogram/packages/rating/rectification/steps'
import { monthBy } from '../../../miniprogram/packages/rating/fairness/view'
import { HOME, ME, refusal } from '../support/answers'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

let phone: Phone

beforeEach(() => {
  phone = newPhone()
  phone.on('catalog.home', () => HOME)
  phone.on('account.me', () => ME)
})
afterEach(() => {
  document.body.replaceChildren()
})

const sent = (action: string) => phone.calls.filter(({ data }) => data.action === action)
const event = (detail: object, dataset: object = {}) =>
  ({ detail, currentTarget: { dataset } }) as never

describe('after something was put right', () => {
  beforeEach(() => {
    phone.on('rating.rated', () => ({
      itemName: '临时救助',
      usedDays: 0,
      level: 1,
      again: null,
      canRate: false,
      canRateAgain: true,
      followUp: { status: '等再问一次', callUnitName: '医保站', answer: '做了材料清单' },
    }))
    phone.on('rating.rateAgain', () => ({ rating: { id: 'r', level: 4 } }))
  })

  it('shows what was done and takes one more rating, without promising another call', async () => {
    const page = await open('packages/rating/rate/rate', { id: 'c1' })
    await settle(60)
    expect(textOf(page)).toContain('做了材料清单')
    page.instance.choose?.(event({ level: 2 }))
    await settle()
    expect(textOf(page)).not.toContain('打电话给您')
    await Promise.all([page.instance.send?.(), page.instance.send?.()])
    expect(sent('rate')).toHaveLength(0)
    expect(sent('rateAgain')).toHaveLength(1)
    expect(sent('rateAgain')[0]?.data).toMatchObject({ targetId: 'c1', level: 2 })
  })
})

describe('words in a rating', () => {
  it('are passed on only when that was ticked', async () => {
    phone.on('rating.rated', () => ({
      itemName: '临时救助',
      usedDays: 0,
      level: null,
      again: null,
      canRate: true,
      canRateAgain: false,
      followUp: null,
    }))
    phone.on('rating.rate', () => ({ rating: { id: 'r', level: 2 } }))
    const page = await open('packages/rating/rate/rate', { id: 'c1' })
    await settle(60)
    page.instance.choose?.(event({ level: 2 }))
    page.instance.typeComment?.(event({ value: '跑了三趟' }))
    await page.instance.send?.()
    expect(sent('rate')[0]?.data).toMatchObject({ comment: '跑了三趟', passOn: false })
  })
})

describe('the desk card', () => {
  it('leads from the code to the window', async () => {
    await open('pages/home/home', { scene: encodeURIComponent('w=3') })
    await settle(60)
    expect(phone.opened).toContain('/packages/rating/desk/desk?w=3')
  })

  it('sends nothing before a face is chosen, then once', async () => {
    phone.on('case.mine', () => ({ cases: [], next: null }))
    phone.on('rating.rateVisit', () => ({ rating: { id: 'r', level: 5 } }))
    const page = await open('packages/rating/desk/desk', { w: '3' })
    await settle(60)
    await page.instance.send?.()
    expect(sent('rateVisit')).toHaveLength(0)
    page.instance.choose?.(event({ level: 5 }))
    await Promise.all([page.instance.send?.(), page.instance.send?.()])
    expect(sent('rateVisit')).toHaveLength(1)
    expect(sent('rateVisit')[0]?.data).toMatchObject({ window: 3, level: 5 })
  })

  it('asks somebody unknown to register first, or to take a paper card', async () => {
    phone.on('account.me', () => ({ account: null, templates: [] }))
    const page = await open('packages/rating/desk/desk', { w: '3' })
    await settle(60)
    expect(textOf(page)).toContain('纸质评价卡')
  })
})

describe('the survey', () => {
  it('wants all four answers, and carries no name', async () => {
    phone.on('rating.survey', () => ({ year: 2026 }))
    const page = await open('packages/rating/survey/survey')
    await settle()
    await page.instance.send?.()
    expect(sent('survey')).toHaveLength(0)
    for (const question of ['satisfied', 'trust', 'approve', 'welcome']) {
      page.instance.choose?.(event({ key: 'yes' }, { question }))
    }
    await page.instance.send?.()
    const [call] = sent('survey')
    expect(Object.keys(call?.data ?? {}).sort()).toEqual([
      'action',
      'answers',
      'clientVersion',
      'requestId',
    ])
    expect(textOf(page)).toContain('没有记您的名字')
  })

  it('says when it was answered before, and keeps what was chosen', async () => {
    phone.on('rating.survey', () => refusal('ALREADY_RATED', '今年您已经答过了，谢谢。'))
    const page = await open('packages/rating/survey/survey')
    for (const question of ['satisfied', 'trust', 'approve', 'welcome']) {
      page.instance.choose?.(event({ key: 'no' }, { question }))
    }
    await page.instance.send?.()
    expect(page.instance.data.trouble).toMatchObject({ text: '今年您已经答过了，谢谢。' })
    expect(page.instance.data.form).toMatchObject({ trust: 'no' })
  })
})

const DOC: Output<'rating', 'rectification'>['rectification'] = {
  id: 'x1',
  origin: 'rating',
  status: 'to_contact',
  statusText: '等打电话',
  itemName: '临时救助',
  number: '1124-48305-6',
  unitName: '民政办',
  callUnitName: '医保站',
  villageId: 'v01',
  raisedOn: '2026-11-24',
  dueDate: '2026-11-25',
  overdue: false,
  rating: { level: 1, text: '非常不满意', reasons: ['跑了多趟'] },
  comment: '',
  person: { name: '覃大旺', by: 'phone', phone: '19900001001' },
  advice: '',
  answer: '',
  revisit: null,
  conclusion: '',
  appeal: null,
  allowed: ['contact'],
  events: [{ at: '2026-11-24T01:20:00.000Z', by: '', title: '开始', text: '有一条差评要回访' }],
}

describe('following up', () => {
  it('rings the villager and sends the result once', async () => {
    phone.on('rating.rectification', () => ({ rectification: DOC }))
    phone.on('rating.contact', () => ({
      rectification: { ...DOC, status: 'to_rectify', allowed: [] },
    }))
    const page = await open('packages/rating/rectification/rectification', { id: 'x1' })
    await settle(60)
    await page.instance.send?.()
    expect(sent('contact')).toHaveLength(0)
    page.instance.choose?.(event({ key: 'told' }))
    page.instance.type?.(event({ value: '材料要一次说清' }))
    await Promise.all([page.instance.send?.(), page.instance.send?.()])
    expect(sent('contact')).toHaveLength(1)
    expect(sent('contact')[0]?.data).toMatchObject({
      id: 'x1',
      outcome: 'told',
      text: '材料要一次说清',
      named: false,
    })
    expect(page.instance.data.step).toBe('')
  })

  it('keeps what was written when the network is gone, and sends the same request again', async () => {
    phone.on('rating.rectification', () => ({ rectification: DOC }))
    phone.on('rating.contact', () => ({ rectification: DOC }))
    const page = await open('packages/rating/rectification/rectification', { id: 'x1' })
    await settle(60)
    page.instance.choose?.(event({ key: 'unreached' }))
    phone.offline = true
    await page.instance.send?.()
    expect(page.instance.data.trouble).toMatchObject({ title: '没记上', again: '再交一次' })
    phone.offline = false
    await page.instance.send?.()
    expect(new Set(sent('contact').map(({ data }) => data.requestId)).size).toBe(1)
  })

  it('says what is missing, and counts instead of cutting', () => {
    expect(checkForm('contact', EMPTY_FORM)).toEqual({ choice: '先选一个' })
    expect(checkForm('contact', { ...EMPTY_FORM, choice: 'told' })).toEqual({ text: '还没写' })
    expect(checkForm('contact', { ...EMPTY_FORM, choice: 'unreached' })).toEqual({})
    expect(checkForm('revisit', { ...EMPTY_FORM, choice: 'settled' })).toEqual({})
    expect(checkForm('rectify', { ...EMPTY_FORM, text: '字'.repeat(1001) })).toEqual({
      text: '写了1001个字，最多1000个',
    })
  })
})

describe('warnings', () => {
  const WARNING: Output<'supervision', 'warnings'>['warnings'][number] = {
    id: 'w1',
    caseId: 'c1',
    number: '1124-48305-6',
    itemName: '临时救助',
    unit: 'mz',
    unitName: '民政办',
    step: '办理',
    colour: 'red',
    at: '2026-12-08T16:00:00.000Z',
    due: '2026-12-08',
    provisional: false,
    holder: null,
    calculation: ['11月24日受理，第二天起算10个工作日，最晚12月8日。'],
    status: 'standing',
    statusText: '记着',
    counts: true,
    appeal: null,
    allowed: ['appeal'],
  }

  it('show how it was reckoned and who has it, and take an appeal', async () => {
    phone.on('supervision.warnings', () => ({ warnings: [WARNING], next: null }))
    phone.on('supervision.appealWarning', () => ({ warning: WARNING }))
    const page = await open('packages/rating/warnings/warnings')
    await page.instance.onShow?.()
    await settle(60)
    expect(textOf(page)).toContain('第二天起算10个工作日')
    expect(textOf(page)).toContain('还没有人接手，归站长')
    page.instance.start?.(event({}, { id: 'w1', mode: 'appeal' }))
    const form = event({ text: '系统停了', stands: null })
    await Promise.all([page.instance.send?.(form), page.instance.send?.(form)])
    expect(sent('appealWarning').map(({ data }) => data.text)).toEqual(['系统停了'])
  })

  it('are kept for a phone without network', async () => {
    phone.on('supervision.warnings', () => ({ warnings: [WARNING], next: null }))
    const first = await open('packages/rating/warnings/warnings')
    await first.instance.refresh?.()
    phone.offline = true
    const later = await open('packages/rating/warnings/warnings')
    await later.instance.refresh?.()
    expect(textOf(later)).toContain('临时救助')
    expect(later.instance.data.asOf).not.toBe('')
  })
})

it('months go back and forth over the year', () => {
  expect(monthBy('2026-12', 1)).toBe('2027-01')
  expect(monthBy('2026-01', -1)).toBe('2025-12')
  expect(monthBy('2026-11', 0)).toBe('2026-11')
})
