/** 通知: in the inbox always, on the phone when WeChat and the hour allow it, never twice. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { CADRE, LEADER, newRequest, SUPERVISOR, VILLAGER, WINDOW } from '../support/people'
import { completedCase, slotsOf, step, submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin

const start = async (now: string) => {
  cloud = await startLocalCloud({ now })
  admin = new Admin(cloud)
}
beforeEach(() => start('2026-11-24T01:20:00.000Z'))
afterEach(() => cloud.stop())

const inbox = async (openid: string) =>
  (await cloud.ok<Output<'account', 'inbox'>>(openid, 'account.inbox')).messages

const deliveries = async () =>
  (await admin.find<{ delivery: string }>('messages', {})).map(({ delivery }) => delivery)

describe('when WeChat does not play along', () => {
  test('a refused permission is quiet: the matter is done, the inbox has the message', async () => {
    await cloud.wechatMode('refuse')
    const { id } = await submit(cloud)
    await step(cloud, 'accept', id)
    expect(await cloud.messages(CADRE)).toEqual([])
    expect((await inbox(CADRE)).map(({ title }) => title)).toEqual(['来了新任务'])
    expect((await inbox(VILLAGER)).map(({ title }) => title)).toEqual(['您有一件事项有进展'])
    expect(await deliveries()).toEqual(['refused', 'refused'])
    await cloud.clock('10m')
    expect(await violations(admin)).toEqual([])
  })

  test('a busy WeChat gets the same message again later, once', async () => {
    await cloud.wechatMode('busy')
    await submit(cloud)
    expect(await deliveries()).toEqual(['waiting'])
    await cloud.wechatMode('ok')
    await cloud.clock('10m')
    expect(await cloud.messages(CADRE)).toHaveLength(1)
    expect(await deliveries()).toEqual(['sent'])
    await cloud.clock('10m')
    await cloud.tick()
    expect(await cloud.messages(CADRE)).toHaveLength(1)
    expect(await violations(admin)).toEqual([])
  })

  test('an answer that never comes is not asked for twice', async () => {
    await cloud.wechatMode('lost')
    await submit(cloud)
    await cloud.wechatMode('ok')
    await cloud.clock('30m')
    expect(await cloud.messages(CADRE)).toHaveLength(1)
    expect(await deliveries()).toEqual(['unknown'])
    expect(await violations(admin)).toEqual([])
  })

  test('handing in does not wait for it longer than a second', async () => {
    await submit(cloud)
    await cloud.wechatMode('timeout')
    const { id } = await submit(cloud)
    const trip = (await cloud.trips()).filter(({ action }) => action === 'submit').at(-1)
    expect(trip?.ms).toBeLessThan(5000)
    expect(await cloud.ok(VILLAGER, 'case.detail', { id })).toMatchObject({
      case: { status: 'received' },
    })
  })
})

describe('at night', () => {
  test('nothing rings between 20:00 and 07:30, the inbox has it at once', async () => {
    await cloud.clock('2026-11-24T12:30:00.000Z')
    await submit(cloud)
    expect(await inbox(CADRE)).toHaveLength(1)
    expect(await cloud.messages(CADRE)).toEqual([])
    await cloud.clock('2026-11-24T23:29:00.000Z')
    expect(await cloud.messages(CADRE)).toEqual([])
    await cloud.clock('2026-11-24T23:45:00.000Z')
    expect(await cloud.messages(CADRE)).toHaveLength(1)
    expect(await inbox(CADRE)).toHaveLength(1)
    expect(await violations(admin)).toEqual([])
  })
})

describe('接待的人有变', () => {
  const AGENT = 'demo-agent-v02'
  const told = async (openid: string, what = '接待的人有变') =>
    (await inbox(openid)).filter(({ title }) => title === what)
  const back = (openid: string) => told(openid, '要见的人在了')
  const says = (state: 'village' | 'out' | 'in', until = '2026-11-26') =>
    cloud.ok(AGENT, 'office.whereabouts', { state, until, requestId: newRequest() })
  const book = (slotId: string | undefined, who: object = {}) =>
    cloud.ok<{ appointment: { id: string } }>(VILLAGER, 'appointment.book', {
      slotId,
      codes: ['MZ-05'],
      requestId: newRequest(),
      ...who,
    })
  const OLD = { for: { name: '老人家', villageId: 'v02', contact: { by: 'paper' } } }

  test('whoever booked is told once, also for the family; and again only when it is otherwise', async () => {
    const [slot, other] = await slotsOf(cloud, 'v02', '2026-11-26')
    await book(slot?.id)
    await book(other?.id, OLD)
    await says('village')
    await cloud.tick()
    await cloud.tick()
    const first = await told(VILLAGER)
    expect(first).toHaveLength(2)
    expect(first.some(({ text }) => text.startsWith('老人家：'))).toBe(true)
    expect(first.every(({ text }) => text.endsWith('号照样用。'))).toBe(true)
    // The agent of the village too, for somebody without a phone.
    expect((await told(AGENT)).map(({ text }) => text.slice(0, 4))).toEqual(['老人家：'])
    await says('village')
    await cloud.tick()
    expect(await told(VILLAGER)).toHaveLength(2)
    await says('out')
    await cloud.tick()
    expect(await told(VILLAGER)).toHaveLength(4)
  })

  test('who was told of the absence hears once that it is over; who was not, nothing', async () => {
    const [slot, other, third] = await slotsOf(cloud, 'v02', '2026-11-26')
    await book(slot?.id)
    const given = await book(other?.id, { for: { name: '乙' } })
    await says('out')
    await cloud.tick()
    expect(await told(VILLAGER)).toHaveLength(2)
    await book(third?.id, OLD)
    await cloud.ok(VILLAGER, 'appointment.cancel', {
      id: given.appointment.id,
      requestId: newRequest(),
    })
    await says('in')
    await cloud.tick()
    await cloud.tick()
    await says('in')
    await cloud.tick()
    const heard = await back(VILLAGER)
    expect(heard.map(({ text }) => text.replace(/^.*：/, ''))).toEqual([
      expect.stringMatching(/在。号照样用。$/),
    ])
    expect(await back(AGENT)).toEqual([])
    expect(await told(VILLAGER)).toHaveLength(2)
    // Away again in the same words is news again.
    await says('out')
    await cloud.tick()
    expect(await told(VILLAGER)).toHaveLength(4)
  })

  test('an absence made shorter is over for the days after it', async () => {
    const [slot] = await slotsOf(cloud, 'v02', '2026-11-26')
    await book(slot?.id)
    await says('out')
    await cloud.tick()
    await says('out', '2026-11-25')
    await cloud.tick()
    expect(await back(VILLAGER)).toHaveLength(1)
    expect(await told(VILLAGER)).toHaveLength(1)
  })

  test('a leave is told when somebody took over; who books or moves into it hears of it then', async () => {
    const [slot, other, third] = await slotsOf(cloud, 'v02', '2026-12-10')
    const [before] = await slotsOf(cloud, 'v02', '2026-12-03')
    await book(slot?.id)
    const moving = await book(before?.id, { for: { name: '丙' } })
    const asked = await cloud.ok<Output<'office', 'handover'>>(AGENT, 'office.handover', {
      ...{ toStaffId: 'st-agent-v01', start: '2026-12-10', until: '2026-12-11', note: '没有' },
      requestId: newRequest(),
    })
    await cloud.tick()
    expect(await told(VILLAGER)).toEqual([])
    const { id } = asked.handover
    const step = { id, agree: true, requestId: newRequest() }
    await cloud.ok('demo-agent-v01', 'office.answerHandover', step)
    await cloud.tick()
    await cloud.tick()
    expect((await told(VILLAGER)).map(({ text }) => text)).toEqual([
      expect.stringMatching(/休假，向明珠接待。号照样用。$/),
    ])
    await book(other?.id, { for: { name: '乙' } })
    await cloud.clock('2m')
    expect((await told(VILLAGER)).map(({ text }) => text.split('：')[0])).toContain('乙')
    await cloud.ok(VILLAGER, 'appointment.reschedule', {
      ...{ id: moving.appointment.id, slotId: third?.id },
      requestId: newRequest(),
    })
    await cloud.tick()
    expect((await told(VILLAGER)).map(({ text }) => text.split('：')[0])).toContain('丙')
    await cloud.clock('10m')
    expect(await told(VILLAGER)).toHaveLength(3)
    await cloud.ok(AGENT, 'office.endHandover', { id, requestId: newRequest() })
    await cloud.tick()
    expect(await back(VILLAGER)).toHaveLength(3)
    // Back before noon: the morning hears when, the afternoon has nothing to hear.
    const soon = await slotsOf(cloud, 'v02', '2026-11-26')
    await book(soon[0]?.id, { for: { name: '戊' } })
    await book(soon.at(-1)?.id, { for: { name: '己' } })
    await cloud.ok(AGENT, 'office.whereabouts', {
      ...{ state: 'village', until: '2026-11-26', backAt: '11:30' },
      requestId: newRequest(),
    })
    await cloud.tick()
    const soonest = (await told(VILLAGER))
      .map(({ text }) => text)
      .filter((text) => /[戊己]/.test(text))
    expect(soonest).toEqual([expect.stringMatching(/^戊：.*下村，11:30回来，有人接待/)])
  })

  test('a tick that is cut off between noting and telling loses nothing', async () => {
    const [slot] = await slotsOf(cloud, 'v02', '2026-11-26')
    const { appointment } = await book(slot?.id)
    await says('out')
    const said = await admin.find<{ staff: { name: string } }>('accounts', { openid: AGENT })
    const words = `${said[0]?.staff.name ?? ''}外出，有人接待`
    const seats = [{ id: appointment.id, words, count: 1 }]
    await admin.update(
      'accounts',
      { openid: AGENT },
      { $set: { told: { count: 1, until: '2026-11-26', seats } } },
    )
    await cloud.tick()
    expect(await told(VILLAGER)).toHaveLength(1)
    await says('in')
    await cloud.tick()
    expect(await back(VILLAGER)).toHaveLength(1)
  })
})

describe('明天有您的号', () => {
  const book = async (slotId: string | undefined, name: string) =>
    cloud.ok<{ appointment: { id: string } }>(VILLAGER, 'appointment.book', {
      slotId,
      codes: ['MZ-05', 'YB-01'],
      for: { name },
      requestId: newRequest(),
    })
  const reminders = async () =>
    (await inbox(VILLAGER)).filter(({ title }) => title === '明天有您的号')

  test('comes the day before in daytime, once, however often and late the timer runs', async () => {
    const [slot, other] = await slotsOf(cloud, 'v01', '2026-12-03')
    const { appointment } = await book(slot?.id, '甲')
    const given = await book(other?.id, '乙')
    await cloud.ok(VILLAGER, 'appointment.cancel', {
      id: given.appointment.id,
      requestId: newRequest(),
    })
    await cloud.clock('2026-12-02T06:59:00.000Z')
    expect(await reminders()).toEqual([])
    await cloud.clock('2026-12-02T10:05:00.000Z')
    expect((await reminders()).map(({ target }) => target)).toEqual([
      `/packages/booking/ticket/ticket?id=${appointment.id}`,
    ])
    await cloud.tick()
    await cloud.clock('3h')
    await cloud.clock('1d')
    expect(await reminders()).toHaveLength(1)
    expect(await violations(admin)).toEqual([])
  })

  test('is not needed when somebody books on the evening before', async () => {
    await cloud.clock('2026-11-25T11:00:00.000Z')
    await book((await slotsOf(cloud, 'v01', '2026-11-26'))[0]?.id, '甲')
    await cloud.clock('12h')
    expect(await reminders()).toEqual([])
  })
})

test('a bad rating reaches the supervisor, not the department', async () => {
  const { id } = await completedCase(cloud)
  const before = (await inbox(CADRE)).length
  await cloud.ok(VILLAGER, 'rating.rate', { targetId: id, level: 1, requestId: newRequest() })
  expect((await inbox(SUPERVISOR)).map(({ title }) => title)).toEqual(['有一条差评要回访'])
  expect(await inbox(CADRE)).toHaveLength(before)
})

test('a department in which nobody is appointed does not swallow tasks: the leaders get them', async () => {
  await admin.update('accounts', { 'staff.id': 'st-cadre-mz' }, { $set: { staff: null } })
  const before = (await inbox(WINDOW)).length
  await submit(cloud)
  // The B post of the department stands in first.
  expect((await inbox(WINDOW)).length).toBe(before + 1)
  await admin.update('accounts', { 'staff.id': 'st-window-2' }, { $set: { staff: null } })
  await submit(cloud)
  expect((await inbox(LEADER)).map(({ title }) => title)).toEqual(['来了新任务'])
  expect(await cloud.code(CADRE, 'case.inbox')).toBe('FORBIDDEN')
})

test('opened messages are marked read, and only the own ones', async () => {
  await submit(cloud)
  const [message] = await inbox(CADRE)
  await cloud.ok(VILLAGER, 'account.inbox', { read: [message?.id] })
  expect((await inbox(CADRE))[0]?.read).toBe(false)
  await cloud.ok(CADRE, 'account.inbox', { read: [message?.id] })
  expect((await inbox(CADRE))[0]?.read).toBe(true)
})

describe('the nightly work', () => {
  test('opens one more day of slots every night, without gaps and without touching bookings', async () => {
    const ahead = (days: number) =>
      slotsOf(
        cloud,
        'hall',
        new Date(Date.parse('2026-11-24') + days * 86_400_000).toISOString().slice(0, 10),
      )
    expect((await ahead(45)).length).toBeGreaterThan(0)
    expect(await ahead(48)).toEqual([])
    const before = await admin.count('slots')
    await cloud.clock('3d')
    expect((await ahead(48)).length).toBeGreaterThan(0)
    const after = await admin.count('slots')
    expect(after).toBeGreaterThan(before)
    await cloud.tick()
    await cloud.tick()
    expect(await admin.count('slots')).toBe(after)
  })

  test('recounts closed days, so that yesterday and today add up', async () => {
    await cloud.ok(VILLAGER, 'rating.rate', {
      targetId: (await completedCase(cloud)).id,
      level: 5,
      requestId: newRequest(),
    })
    await cloud.clock('1d')
    await completedCase(cloud)
    await cloud.ok(VILLAGER, 'rating.rate', {
      targetId: (await completedCase(cloud)).id,
      level: 2,
      requestId: newRequest(),
    })
    expect(await admin.count('rollups', { kind: 'rating', day: '2026-11-24' })).toBe(1)
    const all = { rated: 2, eligible: 3, goodRate: 0.5, counts: { 5: 1, 2: 1 } }
    expect(await cloud.ok(null, 'rating.stats')).toMatchObject(all)
    expect(await cloud.ok(null, 'rating.stats', { department: 'mz' })).toMatchObject(all)
    expect(await cloud.ok(null, 'rating.stats', { department: 'yb' })).toMatchObject({
      rated: 0,
      eligible: 0,
      goodRate: null,
    })
    expect(await cloud.ok(null, 'rating.stats', { to: '2026-11-24' })).toMatchObject({
      rated: 1,
      eligible: 1,
    })
    await cloud.clock('2d')
    expect(await cloud.ok(null, 'rating.stats')).toMatchObject(all)
  })

  test('one broken matter does not hold up the others', async () => {
    const first = await submit(cloud)
    await admin.update(
      'cases',
      { _id: first.id },
      { $set: { out: 'broken', nextDueAt: new Date(0) } },
    )
    await cloud.wechatMode('busy')
    await submit(cloud)
    await cloud.wechatMode('ok')
    await cloud.clock('10m')
    expect(await cloud.messages(CADRE)).toHaveLength(2)
  })
})
