/** 交接、空岗、值班、培训、走访: who is there when somebody is not. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import type { Duty } from '../../cloudfunctions/core/store/documents/staff'
import { brokenLink } from '../../cloudfunctions/core/store/events'
import { Admin } from '../support/admin'
import { everyFault } from '../support/every-fault'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { duty, handover, named } from '../support/office-samples'
import {
  ADMIN,
  AGENT,
  CADRE,
  LEADER,
  newRequest,
  OTHER_AGENT,
  OTHER_CADRE,
  SUPERVISOR,
  THURSDAY,
  TUESDAY,
  VILLAGER,
  WINDOW,
} from '../support/people'
import { slotsOf, step, submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const act = (openid: string, action: string, content: object) =>
  cloud.code(openid, `office.${action}`, { ...content, requestId: newRequest() })

const titles = async (openid: string) =>
  (await cloud.ok<Output<'account', 'inbox'>>(openid, 'account.inbox')).messages.map(
    ({ title }) => title,
  )

const presence = async (departmentId: string, staffId: string) =>
  (
    await cloud.ok<Output<'catalog', 'people'>>(null, 'catalog.people', { departmentId })
  ).people.find(({ id }) => id === staffId)?.whereabouts ?? null

describe('交接不脱岗', () => {
  const days = { start: '2026-11-24', until: '2026-11-25' }

  test('leave begins only when somebody took over', async () => {
    const leave = { state: 'leave', until: '2026-11-25' }
    expect(await act(CADRE, 'whereabouts', leave)).toBe('HANDOVER_PENDING')
    const id = await handover(cloud, days)
    expect(await titles(OTHER_CADRE)).toContain('有人请您替岗')
    expect(await act(CADRE, 'whereabouts', leave)).toBe('HANDOVER_PENDING')
    expect(await presence('mz', 'st-cadre-mz')).toBeNull()

    expect(await act(OTHER_CADRE, 'answerHandover', { id, agree: true })).toBe('OK')
    expect(await presence('mz', 'st-cadre-mz')).toMatchObject({
      state: 'leave',
      until: '2026-11-25',
      substitute: { name: '许佩佩' },
    })
    expect(await act(CADRE, 'whereabouts', leave)).toBe('OK')
  })

  test('the receiver handles the matters meanwhile, and is told of new ones', async () => {
    const { id } = await submit(cloud)
    expect((await titles(OTHER_CADRE))[0]).toBe('来了新任务')
    await step(cloud, 'accept', id, {}, OTHER_CADRE)
    expect(await cloud.code(OTHER_CADRE, 'case.detail', { id })).toBe('OK')
  })

  test('and no longer, once it is over', async () => {
    const { handovers } = await cloud.ok<Output<'office', 'handovers'>>(CADRE, 'office.handovers')
    const [running] = handovers
    expect(running).toMatchObject({ state: 'accepted', allowed: ['end'] })
    expect(await act(CADRE, 'endHandover', { id: running?.id })).toBe('OK')
    await act(CADRE, 'whereabouts', { state: 'in' })
    const { id } = await submit(cloud)
    expect(await cloud.code(OTHER_CADRE, 'case.detail', { id })).toBe('NOT_FOUND')
  })

  test('who cannot take it says why, and nothing changes', async () => {
    const id = await handover(cloud)
    expect(await act(OTHER_CADRE, 'answerHandover', { id, agree: false })).toBe('INVALID_INPUT')
    const answer = { id, agree: false, text: '那两天我也不在' }
    expect(await act(OTHER_CADRE, 'answerHandover', answer)).toBe('OK')
    expect(await titles(CADRE)).toContain('交接：接不了：那两天我也不在')
    expect(await act(OTHER_CADRE, 'answerHandover', { ...answer, agree: true })).toBe(
      'ACTION_NOT_ALLOWED',
    )
  })

  test('in an emergency the leader names somebody at once; the hand-over follows', async () => {
    const id = await named(cloud)
    expect(await presence('mz', 'st-cadre-mz')).toMatchObject({ state: 'leave' })
    expect(await act(CADRE, 'fillHandover', { id, text: '1117-48305-6 等县里回话' })).toBe('OK')
    expect(await act(LEADER, 'endHandover', { id })).toBe('OK')
    expect(await presence('mz', 'st-cadre-mz')).toBeNull()
  })

  test('an agent hands over to an agent, who then sees the village', async () => {
    const ask = (toStaffId: string) =>
      cloud.call<Output<'office', 'handover'>>(AGENT, 'office.handover', {
        toStaffId,
        ...days,
        note: '没有在办的',
        requestId: newRequest(),
      })
    expect(await ask('st-cadre-mz')).toMatchObject({ error: { code: 'INVALID_INPUT' } })
    expect(await ask('st-agent-v01')).toMatchObject({ error: { code: 'INVALID_INPUT' } })
    const asked = await ask('st-agent-v02')
    if (!asked.ok) throw new Error(asked.error.message)
    await act(OTHER_AGENT, 'answerHandover', { id: asked.data.handover.id, agree: true })
    const [slot] = await slotsOf(cloud, 'v01')
    await cloud.ok(VILLAGER, 'appointment.book', {
      slotId: slot?.id,
      codes: ['MZ-05'],
      requestId: newRequest(),
    })
    const { visitors } = await cloud.ok<Output<'appointment', 'day'>>(
      OTHER_AGENT,
      'appointment.day',
      { venueId: 'v01', date: THURSDAY },
    )
    expect(visitors).toHaveLength(1)
  })

  test.each([
    ['a day that has passed', { start: '2026-11-01', until: '2026-11-25' }],
    ['an end before the start', { start: '2026-12-02', until: '2026-12-01' }],
    ['a year', { start: '2026-12-01', until: '2027-12-01' }],
  ])('%s is refused', async (_what, content) => {
    const request = { toStaffId: 'st-cadre-yb', note: '没有', ...content }
    expect(await act(CADRE, 'handover', request)).toBe('INVALID_INPUT')
  })
})

describe('空岗', () => {
  const gaps = async () =>
    (await cloud.ok<Output<'office', 'gaps'>>(LEADER, 'office.gaps')).gaps.filter(
      ({ state }) => state === 'open',
    )

  test('the leader of the day hears of a window without anybody, until somebody is there', async () => {
    const leader = {
      date: '2026-11-24',
      kind: 'leader',
      placeId: 'station',
      staffId: 'st-supervisor',
    }
    expect(await act(ADMIN, 'setDuty', leader)).toBe('OK')
    expect(await act(WINDOW, 'whereabouts', { state: 'out' })).toBe('OK')
    expect(await titles(SUPERVISOR)).toContain('有个窗口没人')
    expect(await titles(LEADER)).not.toContain('有个窗口没人')
    const [gap] = await gaps()
    expect(gap).toMatchObject({ window: '2号窗口 民政残联', left: '邓秋月' })
    const cover = { id: gap?.id, staffId: 'st-cadre-mz' }
    expect(await act(LEADER, 'coverWindow', cover)).toBe('OK')
    expect(await act(LEADER, 'coverWindow', cover)).toBe('ACTION_NOT_ALLOWED')
    expect(await titles(CADRE)).toContain('请您去顶一下窗口')
    expect(await gaps()).toEqual([])
  })

  test('coming back closes it; a substitute or a colleague at the window is enough', async () => {
    await act(WINDOW, 'whereabouts', { state: 'village' })
    expect(await gaps()).toHaveLength(1)
    await act(WINDOW, 'whereabouts', { state: 'in' })
    expect(await gaps()).toEqual([])
    await act(WINDOW, 'whereabouts', { state: 'out', substituteId: 'st-window-3' })
    expect(await gaps()).toEqual([])
    await act('demo-window-1', 'whereabouts', { state: 'out' })
    expect(await gaps()).toEqual([])
    await act('demo-window-9', 'whereabouts', { state: 'out' })
    expect(await gaps()).toHaveLength(1)
  })
})

describe('值班表', () => {
  const roster = async (openid: string, from: string, to = from) =>
    (await cloud.ok<Output<'office', 'roster'>>(openid, 'office.roster', { from, to })).duties

  test('a swap counts once the other one agrees; both and the note are seen', async () => {
    const id = await duty(cloud, { date: '2026-11-30', kind: 'duty', placeId: 'hall' })
    expect(await titles(CADRE)).toContain('给您排了班')
    const swap = { id, toStaffId: 'st-cadre-yb', reason: '孩子家长会' }
    const stranger = { ...swap, toStaffId: 'st-cadre-cl' }
    expect(await act(OTHER_CADRE, 'swapDuty', stranger)).toBe('NOT_FOUND')
    expect(await act(CADRE, 'swapDuty', swap)).toBe('OK')
    expect((await roster(OTHER_CADRE, '2026-11-30'))[0]).toMatchObject({
      staff: { name: '蒋福生' },
      swapWith: '许佩佩',
      mine: true,
      allowed: ['agreeSwap', 'declineSwap'],
    })
    expect(await act(OTHER_CADRE, 'answerSwap', { id, agree: true })).toBe('OK')
    expect(await titles(CADRE)).toContain('换班换好了')
    expect(await act(OTHER_CADRE, 'dutyNote', { id, text: '钥匙在门卫' })).toBe('OK')
    expect((await roster(CADRE, '2026-11-30'))[0]).toMatchObject({
      staff: { name: '许佩佩' },
      note: '钥匙在门卫',
      mine: false,
    })
  })

  test('setting the same duty again changes the person; the public sees who is on duty', async () => {
    const day = { date: '2026-12-01', kind: 'reception', placeId: 'station' }
    const id = await duty(cloud, { ...day, staffId: 'st-leader', start: '09:00', end: '11:00' })
    expect(await duty(cloud, { ...day, staffId: 'st-leader-2' })).toBe(id)
    const { place } = await cloud.ok<Output<'catalog', 'place'>>(null, 'catalog.place', {
      id: 'station',
    })
    expect(place.duties.filter(({ kind }) => kind === 'reception')).toMatchObject([
      { what: '领导接待', name: '江文涛', date: '2026-12-01' },
    ])
  })

  test.each([
    ['a day that has passed', { date: '2026-11-01' }, 'TOO_LATE'],
    ['a place that is not there', { placeId: 'v99' }, 'NOT_FOUND'],
    ['somebody who is not there', { staffId: 'st-nobody' }, 'NOT_FOUND'],
    ['an end before the start', { start: '12:00', end: '09:00' }, 'INVALID_INPUT'],
  ])('%s is refused', async (_what, content, code) => {
    const set = { date: '2026-12-03', kind: 'duty', placeId: 'hall', staffId: 'st-cadre-zh' }
    expect(await act(ADMIN, 'setDuty', { ...set, ...content })).toBe(code)
  })

  test('a month at most is shown', async () => {
    const query = { from: '2026-11-01', to: '2026-12-31' }
    expect(await cloud.code(CADRE, 'office.roster', query)).toBe('INVALID_INPUT')
  })
})

test('培训: everybody signs for themselves, on the day, once; departments that sent nobody are named', async () => {
  const { training } = await cloud.ok<Output<'office', 'training'>>(ADMIN, 'office.training', {
    title: '文明用语',
    date: '2026-11-24',
    start: '15:00',
    place: '三楼会议室',
    units: ['mz', 'yb'],
    requestId: newRequest(),
  })
  expect(await act(CADRE, 'attend', { id: training.id })).toBe('OK')
  expect(await act(CADRE, 'attend', { id: training.id })).toBe('OK')
  const { trainings } = await cloud.ok<Output<'office', 'trainings'>>(CADRE, 'office.trainings')
  expect(trainings[0]).toMatchObject({ attended: 1, absent: ['医疗保障站'], signed: true })
})

describe('走访', () => {
  const said = { villageId: 'v01', on: '2026-11-24', name: '覃大旺', text: '路灯不亮' }

  test('without consent neither name nor words are kept', async () => {
    const refused = { ...said, consent: false, opinion: false }
    expect(await act(CADRE, 'visit', refused)).toBe('CONSENT_REQUIRED')
    const { visit } = await cloud.ok<Output<'office', 'visit'>>(CADRE, 'office.visit', {
      villageId: 'v01',
      on: '2026-11-24',
      consent: false,
      opinion: false,
      requestId: newRequest(),
    })
    expect(visit).toMatchObject({ name: null, text: null, villageName: '羊子垭村' })
  })

  test('what was agreed to is sealed, seen by the writer and the leader, erased after a year', async () => {
    const { visit } = await cloud.ok<Output<'office', 'visit'>>(CADRE, 'office.visit', {
      ...said,
      consent: true,
      opinion: true,
      requestId: newRequest(),
    })
    expect(JSON.stringify(await admin.find('visits', {}))).not.toMatch(/覃大旺|路灯/)
    const of = async (openid: string) =>
      (await cloud.ok<Output<'office', 'visits'>>(openid, 'office.visits')).visits.find(
        ({ id }) => id === visit.id,
      )
    expect(await of(LEADER)).toMatchObject({ name: '覃大旺', text: '路灯不亮', opinion: true })
    expect(await of(OTHER_CADRE)).toBeUndefined()
    expect(await act(CADRE, 'visitIssue', { id: visit.id, issueId: 'issue-1' })).toBe('OK')
    expect(await of(CADRE)).toMatchObject({ issueId: 'issue-1' })
    await admin.update('visits', { _id: visit.id }, { $set: { nextDueAt: new Date(0) } })
    await cloud.tick()
    expect(await of(CADRE)).toMatchObject({ name: null, text: null, villageId: 'v01' })
  })

  test.each([
    ['a day to come', { on: '2026-12-24' }],
    ['an opinion without words', { text: '', opinion: true }],
  ])('%s is refused', async (_what, content) => {
    const request = { ...said, consent: true, opinion: false, ...content }
    expect(await act(CADRE, 'visit', request)).toBe('INVALID_INPUT')
  })

  test('the route of Thursday lists my villages, who booked, whom to visit at home and who cannot walk', async () => {
    await duty(cloud, { date: THURSDAY, placeId: 'v01' })
    const [, second] = await slotsOf(cloud, 'v01')
    await cloud.ok(AGENT, 'appointment.book', {
      slotId: second?.id,
      codes: ['MZ-07'],
      for: { name: '龚桂香' },
      note: '走不动，请上门',
      requestId: newRequest(),
    })
    const { homeVisits } = await cloud.ok<Output<'appointment', 'slots'>>(
      null,
      'appointment.slots',
      { venueId: 'v01', from: THURSDAY, to: THURSDAY },
    )
    await cloud.ok(AGENT, 'appointment.book', {
      slotId: homeVisits.at(-1)?.id,
      codes: ['MZ-07'],
      for: { name: '田二妹', contact: { by: 'phone', phone: '19900001077' } },
      place: '二组水井边',
      requestId: newRequest(),
    })
    const { stops } = await cloud.ok<Output<'office', 'route'>>(CADRE, 'office.route', {
      date: THURSDAY,
    })
    expect(stops).toMatchObject([
      {
        placeId: 'v01',
        booked: 3,
        location: { latitude: 29.58 },
        agent: { name: '向明珠' },
        asked: [
          { name: '龚桂香', note: '走不动，请上门', phone: 'none' },
          { name: '田二妹', note: '上门，二组水井边', phone: 'later' },
        ],
      },
    ])
    const other = await cloud.ok<Output<'office', 'route'>>(OTHER_CADRE, 'office.route', {
      date: THURSDAY,
    })
    expect(other.stops).toEqual([])
  })

  test('who goes there rings before, from the evening before on, and each look is written down', async () => {
    const { date, stops } = await cloud.ok<Output<'office', 'route'>>(CADRE, 'office.route')
    expect(date).toBe(THURSDAY)
    const id = stops[0]?.asked.at(-1)?.id
    const window = stops[0]?.asked[0]?.id
    const ring = (openid: string, data: object = {}) =>
      cloud.call<{ phone: string }>(openid, 'office.dialVisit', {
        id,
        requestId: newRequest(),
        ...data,
      })
    const duties = () => admin.one<Duty>('duties', { date: THURSDAY, placeId: 'v01' })
    const looks = async () =>
      (await duties()).log.filter((event) => event.action === 'dialVisit').length
    expect(await ring(CADRE)).toMatchObject({ error: { code: 'ACTION_NOT_ALLOWED' } })
    await cloud.clock('2026-11-25T10:00:00.000Z')
    for (const stranger of [OTHER_CADRE, AGENT, LEADER, VILLAGER]) {
      expect(await ring(stranger)).toMatchObject({ ok: false })
    }
    expect(await ring(CADRE, { id: window })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await looks()).toBe(0)
    const requestId = newRequest()
    expect(await ring(CADRE, { requestId })).toMatchObject({ data: { phone: '19900001077' } })
    expect(await ring(CADRE, { requestId })).toMatchObject({ data: { phone: '19900001077' } })
    expect(await looks()).toBe(1)
    const { log, state } = await duties()
    expect(brokenLink(log, state)).toBeNull()
    expect(JSON.stringify(log)).not.toContain('19900001077')
  })

  test('a Thursday that is a holiday: on the day to which it was moved, whatever the roster says', async () => {
    await duty(cloud, { date: '2026-12-03', placeId: 'v02' })
    const [slot] = await slotsOf(cloud, 'v02', '2026-12-03')
    await cloud.ok(VILLAGER, 'appointment.book', {
      ...{ slotId: slot?.id, codes: ['MZ-05'], requestId: newRequest() },
    })
    const { version } = (
      await cloud.ok<{ calendar: { version: number } }>(ADMIN, 'office.calendar', { year: 2026 })
    ).calendar
    await cloud.ok(ADMIN, 'office.setCalendar', {
      ...{ year: 2026, complete: false, version, requestId: newRequest() },
      days: [{ date: '2026-12-03', off: true, name: '示例节' }],
    })
    // Every worker knows the new holidays by now, and the slots follow them.
    await cloud.clock('16m')
    const on = (date: string) =>
      cloud.ok<Output<'office', 'route'>>(CADRE, 'office.route', { date })
    expect(await on('2026-12-04')).toMatchObject({
      movedFrom: '2026-12-03',
      stops: [{ placeId: 'v02' }],
    })
    expect((await on('2026-12-03')).stops).toEqual([])
    // Whoever had booked the Thursday hears why, and has another seat kept.
    const { messages } = await cloud.ok<Output<'account', 'inbox'>>(VILLAGER, 'account.inbox')
    const told = messages.filter(({ title }) => title === '您约的时间办不了了')
    expect(told.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^12月3日.*示例节放假。给您留了12月/),
    ])
    const late = { date: '2026-12-03', kind: 'thursday', placeId: 'v03', staffId: 'st-cadre-mz' }
    const answer = await cloud.call(ADMIN, 'office.setDuty', { ...late, requestId: newRequest() })
    expect(answer).toMatchObject({
      error: { code: 'INVALID_INPUT', message: expect.stringContaining('改到12月4日') as unknown },
    })
  })
})

describe('a database request that fails', () => {
  const entries = async (staffId: string, list: 'planned' | 'covers', handoverId: unknown) => {
    const account = await admin.one<Record<string, { handoverId: string }[]>>('accounts', {
      'staff.id': staffId,
    })
    return (account[list] ?? []).filter((entry) => entry.handoverId === handoverId).length
  }

  test('leaves neither half a hand-over nor two', () =>
    everyFault(cloud, 'office.answerHandover', {
      openid: OTHER_CADRE,
      prepare: async () => ({ id: await handover(cloud), agree: true }),
      effect: async ({ id }) => [
        await entries('st-cadre-mz', 'planned', id),
        await entries('st-cadre-yb', 'covers', id),
      ],
      expected: [1, 1],
    }))

  test('does not alert twice of one window', () =>
    everyFault(cloud, 'office.whereabouts', {
      openid: 'demo-window-5',
      prepare: async () => {
        await act('demo-window-5', 'whereabouts', { state: 'in' })
        return { state: 'out' }
      },
      effect: () => admin.count('gaps', { state: 'open', window: '5号窗口 卫生健康' }),
      expected: 1,
    }))

  test('does not set two duties', () =>
    everyFault(cloud, 'office.setDuty', {
      openid: ADMIN,
      prepare: async () => ({
        date: '2026-12-29',
        kind: 'hall',
        placeId: 'hall',
        staffId: 'st-cadre-zh',
      }),
      effect: () => admin.count('duties', { date: '2026-12-29' }),
      expected: 1,
    }))
})

test('what a crash left half done is finished by the next tick', async () => {
  const id = await handover(cloud)
  await cloud.fault({ nth: 5, when: 'before', name: 'office', action: 'answerHandover' })
  await act(OTHER_CADRE, 'answerHandover', { id, agree: true })
  await cloud.fault(null)
  // A claim without an outcome is given up after two minutes.
  await cloud.clock('5m')
  await cloud.tick()
  expect(await admin.count('handovers', { 'out.0': { $exists: true } })).toBe(0)
  const { covers } = await admin.one<{ covers: { handoverId: string }[] }>('accounts', {
    'staff.id': 'st-cadre-yb',
  })
  const { state } = await admin.one<{ state: string }>('handovers', { _id: id })
  expect(covers.some(({ handoverId }) => handoverId === id)).toBe(state === 'accepted')
})
