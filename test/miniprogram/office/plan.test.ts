import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Input, Output } from '../../../typings/wire'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'

type Plan = Output<'appointment', 'plan'>
type Change = Input<'appointment', 'changePlan'>

const morning = { from: '08:30', to: '11:30' }
const PLAN: Plan = {
  templates: {
    hall: { days: 'workdays', sessions: [morning], minutes: 30, capacity: 10 },
    village: { days: 'thursdays', sessions: [morning], minutes: 30, capacity: 4, homeVisits: 2 },
  },
  venues: [
    { id: 'hall', name: '大厅', template: 'hall', also: [] },
    { id: 'v01', name: '一村', template: 'village', also: [] },
    { id: 'v02', name: '二村', template: 'village', also: [] },
  ],
  exceptions: [],
  horizonDays: 45,
  version: 3,
}

let phone: Phone
const sent = (): Change[] =>
  phone.calls
    .filter(({ data }) => data.action === 'changePlan')
    .map(({ data }) => data as unknown as Change)

beforeEach(() => {
  phone = newPhone()
  phone.on('appointment.plan', () => PLAN)
  phone.on('appointment.changePlan', ({ dryRun }) => ({
    ...{ added: 3, removed: 0, keptDays: dryRun ? 2 : 0, people: [] },
    version: dryRun ? 3 : 4,
  }))
})
afterEach(() => {
  document.body.replaceChildren()
})

type Page = Awaited<ReturnType<typeof open>>

async function openPlan(): Promise<Page> {
  const page = await open('packages/office/plan/plan')
  await settle(60)
  return page
}
const tap = (page: Page, method: string, dataset: object = {}) =>
  page.instance[method]?.({ currentTarget: { dataset } } as never)
const tell = (page: Page, method: string, detail: object, dataset: object = {}) =>
  page.instance[method]?.({ detail, currentTarget: { dataset } } as never)
const edit = (page: Page, what: string, more: object = {}) => tell(page, 'edit', { what, ...more })
const village = () => sent().at(-1)?.templates?.village

describe('号源安排', () => {
  it('says in words what each template is, and where it is used', async () => {
    const page = await openPlan()
    expect(textOf(page)).toContain('每周四，放假就改到那周最近的工作日')
    expect(textOf(page)).toContain('半小时一段：4个给人约，4个留给直接来的（一半）')
    expect(textOf(page)).toContain('用在一村、二村')
    expect(textOf(page)).toContain('还没改什么')
  })

  it('changes days, sessions, breaks, share and lead time, and says whom it hits first', async () => {
    const page = await openPlan()
    tap(page, 'open', { key: 'village' })
    edit(page, 'days', { value: 'weekdays' })
    edit(page, 'weekdays', { value: '3' })
    edit(page, 'weekdays', { value: '1' })
    // At least one day stays.
    edit(page, 'weekdays', { value: '3' })
    edit(page, 'addSession')
    edit(page, 'sessions', { index: 1, side: 'to', value: '13:00' })
    edit(page, 'addBreak')
    edit(page, 'walkIns', { value: '-1' })
    edit(page, 'leadMinutes', { value: '60' })
    edit(page, 'minutes', { value: '20' })
    tell(page, 'pickHorizon', { value: '60' })
    await settle()
    expect(textOf(page)).toContain('每周三，放假不开')
    await page.instance.preview?.()
    await settle(60)
    expect(sent()).toMatchObject([{ dryRun: true, version: 3, horizonDays: 60 }])
    expect(village()).toMatchObject({
      ...{ days: 'weekdays', weekdays: [3], minutes: 20, walkIns: 3, leadMinutes: 60 },
      sessions: [morning, { from: '11:30', to: '13:00' }],
      breaks: [{ from: '10:00', to: '10:20' }],
    })
    expect(textOf(page)).toContain('多开3段。没有人要改时间。')
    expect(textOf(page)).toContain('有2天已经有人约了，那些天的号数照旧。')
    expect(textOf(page)).toContain('以后提前60天放号')
    await page.instance.save?.()
    await settle(60)
    expect(sent().map(({ dryRun }) => dryRun)).toEqual([true, false])
    expect(textOf(page)).toContain('存好了')
  })

  it('chooses market days by the lunar calendar', async () => {
    const page = await openPlan()
    tap(page, 'open', { key: 'hall' })
    edit(page, 'days', { value: 'marketDays' })
    edit(page, 'marketEndings', { value: '5' })
    edit(page, 'marketEndings', { value: '3' })
    await settle()
    expect(textOf(page)).toContain('农历逢五逢八赶场，放假不开')
  })

  it('a pattern of its own for one village: named, placed, and taken back', async () => {
    const page = await openPlan()
    tap(page, 'open', { key: 'village' })
    tap(page, 'addTemplate')
    await settle()
    expect(textOf(page)).toContain('给它起个名字')
    await page.instance.preview?.()
    expect(sent()).toEqual([])
    edit(page, 'name', { value: '晚上办' })
    await settle()
    expect(textOf(page)).toContain('选一选用在哪里')
    edit(page, 'place', { value: 'v02' })
    tap(page, 'open', { key: 'village' })
    edit(page, 'place', { value: 'v02' })
    // The only one that a place has stays.
    edit(page, 'place', { value: 'v01' })
    await settle()
    await page.instance.preview?.()
    const [change] = sent()
    const [key] = Object.keys(change?.templates ?? {}).slice(-1)
    expect(change?.venues).toEqual([
      { id: 'hall', template: 'hall', also: [] },
      { id: 'v01', template: 'village', also: [] },
      { id: 'v02', template: key, also: [] },
    ])
    expect(change?.templates?.[key ?? '']).toMatchObject({ name: '晚上办', homeVisits: 2 })
    tap(page, 'giveUp')
    await settle()
    expect(textOf(page)).toContain('还没改什么')
  })

  it('does not send what cannot be', async () => {
    const page = await openPlan()
    tap(page, 'open', { key: 'hall' })
    edit(page, 'sessions', { index: 0, side: 'to', value: '08:00' })
    await settle()
    expect(textOf(page)).toContain('结束要晚于开始')
    await page.instance.preview?.()
    edit(page, 'sessions', { index: 0, side: 'to', value: '08:40' })
    await settle()
    expect(textOf(page)).toContain('有一段时间比一个号还短')
    expect(sent()).toEqual([])
  })

  it('several extra days in a row with hours of their own are one line', async () => {
    const page = await openPlan()
    tap(page, 'add')
    tell(page, 'pickKind', { value: 'extra' })
    tell(page, 'pickDay', { value: '2099-02-13' }, { side: 'from' })
    tell(page, 'pickDay', { value: '2099-02-15' }, { side: 'until' })
    tell(page, 'pickPlace', { value: '2' })
    tell(page, 'pickHours', { value: 'own' })
    tell(page, 'changeHours', { index: 0, side: 'to', value: '10:00' })
    tap(page, 'addDone')
    await settle()
    expect(textOf(page)).toContain('写上为什么')
    tell(page, 'typeReason', { value: '返乡过年' })
    tap(page, 'addDone')
    await settle()
    expect(textOf(page)).toContain('2099年2月13日周五到2099年2月15日周日加开')
    expect(textOf(page)).toContain('一村，8:30–10:00，返乡过年')
    await page.instance.preview?.()
    const exceptions = sent()[0]?.exceptions ?? []
    expect(exceptions.map(({ date }) => date)).toEqual(['2099-02-13', '2099-02-14', '2099-02-15'])
    expect(exceptions[0]).toMatchObject({ venueId: 'v01', sessions: [{ to: '10:00' }] })
    tap(page, 'removeException', { key: exceptions[0]?.id })
    await settle()
    expect(textOf(page)).toContain('没有。节假日和调休不用写')
  })

  it('what was begun is still there the next time', async () => {
    const first = await openPlan()
    tap(first, 'open', { key: 'hall' })
    edit(first, 'capacity', { value: '1' })
    const again = await openPlan()
    expect(textOf(again)).toContain('您上次改的还在，没有存')
    expect(textOf(again)).toContain('11个给人约')
  })
})

describe('停开、加开', () => {
  const openSessions = () =>
    open('packages/office/sessions/sessions', { venue: 'v01', date: '2099-11-26', name: '村部' })
  const asked = (action: string) => phone.calls.filter(({ data }) => data.action === action)

  it('says whom closing hits before it closes, and needs a reason', async () => {
    const person = { name: '覃大旺', venueName: '村部', date: '2099-11-26', start: '08:30' }
    phone.on('appointment.closeSlots', () => ({
      closed: 6,
      people: [{ ...person, contact: { by: 'phone', phone: '199****1005' } }],
    }))
    const page = await openSessions()
    await page.instance.preview?.()
    await settle()
    expect(textOf(page)).toContain('写上为什么')
    tell(page, 'pickPart', { value: 'morning' })
    tell(page, 'typeReason', { value: '停电检修' })
    await page.instance.preview?.()
    await settle(60)
    expect(textOf(page)).toContain('要停6段，有1人约了，停了就给他们另留一个号')
    expect(textOf(page)).toContain('覃大旺，8:30，199****1005')
    await page.instance.close?.()
    await settle(60)
    expect(asked('closeSlots').map(({ data }) => [data.dryRun, data.session])).toEqual([
      [true, { from: '00:00', to: '12:00' }],
      [false, { from: '00:00', to: '12:00' }],
    ])
    expect(textOf(page)).toContain('停了6段，1个人都发了消息')
  })

  it('opens one more session; without a signal the same request goes again', async () => {
    phone.on('appointment.openSlots', () => ({ slots: [{ capacity: 4 }, { capacity: 4 }] }))
    const page = await openSessions()
    tell(page, 'pickMode', { value: 'open' })
    tell(page, 'changeSpan', { index: 0, side: 'to', value: '15:00' })
    await page.instance.open?.()
    expect(asked('openSlots')).toEqual([])
    tell(page, 'changeSpan', { index: 0, side: 'to', value: '17:00' })
    phone.offline = true
    await page.instance.open?.()
    phone.offline = false
    await page.instance.open?.()
    await settle(60)
    const requests = asked('openSlots').map(({ data }) => data.requestId)
    expect(requests.length).toBeGreaterThan(1)
    expect(new Set(requests).size).toBe(1)
    expect(textOf(page)).toContain('加开了2段，能约8个')
  })
})
