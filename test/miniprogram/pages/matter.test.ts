import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Output } from '../../../typings/wire'
import { CASE, HOME, ME, refusal } from '../support/answers'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

let phone: Phone
const callsOf = (action: string) => phone.calls.filter(({ data }) => data.action === action)
const changed = (value: unknown) => ({ detail: value }) as never

beforeEach(() => {
  phone = newPhone()
  phone.on('catalog.home', () => HOME)
  phone.on('account.me', () => ME)
  phone.on('catalog.people', () => ({ people: [] }))
  phone.on('case.detail', () => ({ case: CASE }))
})
afterEach(() => {
  document.body.replaceChildren()
})

describe('my matter', () => {
  it('answers first who has it, what is next and by when', async () => {
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(60)
    expect(textOf(page)).toContain('蒋福生正在办')
    expect(textOf(page)).toContain('最晚12月1日周二办好')
    expect(textOf(page)).toContain('今天第5天，共10天')
    expect(textOf(page)).toContain('还要带来1样')
  })

  it('says that somebody stands in, and rings that person', async () => {
    const whereabouts = {
      state: 'village',
      until: '2000-01-01',
      backAt: null,
      substitute: { name: '邓秋月', phone: '0736-9' },
    }
    phone.on('catalog.people', () => ({
      people: [{ name: '蒋福生', post: '主任', phone: '0736-8', whereabouts }],
    }))
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(60)
    expect(page.instance.data.presence).toMatchObject({ phone: '0736-9' })
    expect(textOf(page)).toContain('邓秋月替岗')
  })

  it('offers only what is allowed now', async () => {
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(60)
    expect(textOf(page)).toContain('问一句')
    phone.on('case.detail', () => ({
      case: { ...CASE, allowed: [], status: 'completed', canRate: true },
    }))
    await page.instance.refresh?.()
    expect(textOf(page)).not.toContain('问一句')
    expect(textOf(page)).toContain('说说办得怎么样')
  })

  it('says first that it was refused, and ticks no step that was not taken', async () => {
    const reply = {
      outcome: 'refuse',
      text: '收入超过标准',
      remedy: '60天内可以复议',
      byName: '蒋福生',
      at: '2026-11-24T01:20:00.000Z',
    }
    phone.on('case.detail', () => ({ case: { ...CASE, status: 'completed', reply, allowed: [] } }))
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(60)
    expect(textOf(page)).toContain('没办成，原因写在下面')
    expect(textOf(page)).toContain('60天内可以复议')
    expect(page.instance.data.matter).toMatchObject({ steps: [] })
  })

  it('keeps a question that could not be sent', async () => {
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(60)
    page.instance.typeQuestion?.(changed({ value: '还差什么？' }))
    phone.offline = true
    await page.instance.ask?.()
    expect(page.instance.data.trouble).toMatchObject({ title: '没问出去' })
    phone.offline = false
    phone.on('case.ask', () => ({}))
    const later = await open('packages/case/progress/progress', { id: 'c1' })
    await later.instance.ask?.()
    expect(callsOf('ask').at(-1)?.data).toMatchObject({ text: '还差什么？' })
    expect(new Set(callsOf('ask').map(({ data }) => data.requestId)).size).toBe(1)
  })

  it('asks nothing with an empty question', async () => {
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(60)
    await page.instance.ask?.()
    expect(callsOf('ask')).toHaveLength(0)
    expect(page.instance.data.questionError).not.toBe('')
  })

  it('shows why it cannot be urged twice a day', async () => {
    phone.on('case.urge', () => refusal('RATE_LIMITED', '今天催过了，他们已经收到。'))
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(60)
    await page.instance.urge?.()
    expect(page.instance.data.trouble).toMatchObject({
      text: '今天催过了，他们已经收到。',
      again: '',
    })
  })

  it('of a stranger is not there, even when something is kept under its name', async () => {
    phone.stored.set('cache1:case:c1', { data: CASE, at: 1 })
    phone.on('case.detail', () => refusal('NOT_FOUND', '没找到这件事。'))
    const page = await open('packages/case/progress/progress', { id: 'c1' })
    await settle(60)
    expect(textOf(page)).toContain('没找到这件事。')
    expect(textOf(page)).not.toContain('蒋福生正在办')
  })
})

const RATEABLE: Output<'rating', 'rated'> = {
  itemName: '临时救助',
  usedDays: 3,
  level: null,
  again: null,
  canRate: true,
  canRateAgain: false,
  followUp: null,
}

describe('rating', () => {
  beforeEach(() => {
    phone.on('rating.rated', () => RATEABLE)
    phone.on('rating.rate', () => ({ rating: { id: 'r', level: 2 } }))
  })

  it('sends nothing before a level is chosen', async () => {
    const page = await open('packages/rating/rate/rate', { id: 'c1' })
    await settle(60)
    await page.instance.send?.()
    expect(callsOf('rate')).toHaveLength(0)
    expect(page.instance.data.trouble).toMatchObject({ title: '还没选' })
  })

  it('promises a call by another unit for a bad one, and is sent once', async () => {
    const page = await open('packages/rating/rate/rate', { id: 'c1' })
    await settle(60)
    page.instance.choose?.(changed({ level: 2 }))
    await settle()
    expect(textOf(page)).toContain('另一个单位1个工作日内打电话给您')
    await Promise.all([page.instance.send?.(), page.instance.send?.()])
    expect(callsOf('rate')).toHaveLength(1)
    expect(textOf(page)).toContain('评好了，多谢')
  })

  it('drops words of praise when the level turns bad', async () => {
    const page = await open('packages/rating/rate/rate', { id: 'c1' })
    await settle(60)
    page.instance.choose?.(changed({ level: 5 }))
    page.instance.toggle?.({ currentTarget: { dataset: { reason: '态度好' } } } as never)
    page.instance.choose?.(changed({ level: 1 }))
    expect((page.instance.data.form as { reasons: string[] }).reasons).toEqual([])
  })
})
