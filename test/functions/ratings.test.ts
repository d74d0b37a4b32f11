/** 好差评 and what follows from a bad one, lived through with people, phones and the clock. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { brokenEvent } from '../../cloudfunctions/core/store/events'
import type { Rectification } from '../../cloudfunctions/core/store/documents/rectification'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import {
  ADMIN,
  AGENT,
  CADRE,
  LEADER,
  newRequest,
  OTHER_CADRE,
  OTHER_VILLAGER,
  OTHER_WINDOW,
  SUPERVISOR,
  TUESDAY,
  VILLAGER,
  WINDOW,
} from '../support/people'
import { completedCase, register, step, submit } from '../support/steps'

type View = Output<'rating', 'rectification'>['rectification']

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY, workers: 2 })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const rate = (openid: string, targetId: string, level: number, content: object = {}) =>
  cloud.call(openid, 'rating.rate', { targetId, level, requestId: newRequest(), ...content })

const codeOf = async (answer: ReturnType<typeof rate>) => {
  const given = await answer
  return given.ok ? 'OK' : given.error.code
}

/** A completed matter with a bad rating, and its follow-up once the timer has run. */
async function badlyRated(content: object = {}) {
  const { id, number } = await completedCase(cloud)
  expect(await codeOf(rate(VILLAGER, id, 1, content))).toBe('OK')
  await cloud.tick()
  const doc = await admin.one<Rectification>('rectifications', { targetId: id })
  return { caseId: id, number, id: doc._id, caller: `demo-cadre-${doc.callUnit}` }
}

const act = (openid: string, action: string, id: string, content: object = {}) =>
  cloud.ok<{ rectification: View }>(openid, `rating.${action}`, {
    id,
    requestId: newRequest(),
    ...content,
  })

const see = async (openid: string, id: string) =>
  (await cloud.ok<{ rectification: View }>(openid, 'rating.rectification', { id })).rectification

describe('who may rate', () => {
  const stored = (id: string) => admin.one<object>('cases', { _id: id })

  test('the person concerned, once', async () => {
    const { id } = await completedCase(cloud)
    const unrated = await stored(id)
    expect(await codeOf(rate(OTHER_VILLAGER, id, 5))).toBe('NOT_FOUND')
    expect(await stored(id)).toEqual(unrated)
    expect(await codeOf(rate(VILLAGER, id, 5, { reasons: ['办得快'] }))).toBe('OK')
    const rated = await stored(id)
    expect(await codeOf(rate(VILLAGER, id, 1))).toBe('ALREADY_RATED')
    expect(await stored(id)).toEqual(rated)
  })

  test('not before it is completed', async () => {
    const { id } = await submit(cloud)
    expect(await codeOf(rate(VILLAGER, id, 5))).toBe('ACTION_NOT_ALLOWED')
  })

  test('never on the phone of somebody at work, also not for an own matter', async () => {
    const { id } = await completedCase(cloud)
    const before = await stored(id)
    for (const openid of [CADRE, WINDOW, AGENT, LEADER]) {
      expect(await codeOf(rate(openid, id, 5))).toBe('FORBIDDEN')
    }
    expect(await stored(id)).toEqual(before)
    await register(cloud, OTHER_WINDOW, '窗口的人')
    const own = await completedCase(cloud, OTHER_WINDOW)
    expect(await codeOf(rate(OTHER_WINDOW, own.id, 5))).toBe('FORBIDDEN')
    const mine = await cloud.ok<Output<'case', 'mine'>>(OTHER_WINDOW, 'case.mine')
    expect(mine.cases.map(({ canRate }) => canRate)).toEqual([false])
  })

  test.each([
    ['level 0', { level: 0 }],
    ['level 6', { level: 6 }],
    ['half a level', { level: 2.5 }],
    ['5,000 characters', { level: 1, comment: '长'.repeat(5000) }],
    ['a reason of their own', { level: 1, reasons: ['因为我想'] }],
    ['a script as a reason', { level: 1, reasons: ['<script>'] }],
    ['a script as a comment', { level: 1, comment: '好<script>alert(1)</script>' }],
    ['a picture that runs', { level: 1, comment: '<img src=x onerror=alert(1)>' }],
  ])('%s is refused and nothing is stored', async (_what, content) => {
    const { id } = await completedCase(cloud)
    const before = await stored(id)
    expect(await codeOf(rate(VILLAGER, id, 5, content))).toBe('INVALID_INPUT')
    expect(await stored(id)).toEqual(before)
  })

  test('what only looks like a script is said as it is', async () => {
    const { id } = await completedCase(cloud)
    const comment = '3<5，<王主任>讲 a<b 听不懂'
    expect(await codeOf(rate(VILLAGER, id, 4, { comment }))).toBe('OK')
  })
})

describe('without a phone', () => {
  const enter = (openid: string, number: string, content: object) =>
    cloud.code(openid, 'rating.enterRating', {
      number,
      level: 4,
      requestId: newRequest(),
      ...content,
    })

  test('another unit calls and enters; the own unit may not', async () => {
    const { number } = await completedCase(cloud, AGENT)
    expect(await enter(CADRE, number, { source: 'call' })).toBe('FORBIDDEN')
    expect(await enter(WINDOW, number, { source: 'call' })).toBe('FORBIDDEN')
    expect(await enter(OTHER_CADRE, number, { source: 'call' })).toBe('OK')
    expect(await enter(OTHER_CADRE, number, { source: 'call' })).toBe('ALREADY_RATED')
  })

  test('a paper card has a number and counts for one matter', async () => {
    const first = await completedCase(cloud, AGENT)
    const second = await completedCase(cloud, AGENT)
    expect(await enter(OTHER_CADRE, first.number, { source: 'paper' })).toBe('INVALID_INPUT')
    const card = { source: 'paper', card: '00123' }
    expect(await enter(OTHER_CADRE, first.number, card)).toBe('OK')
    expect(await enter(OTHER_CADRE, second.number, card)).toBe('ALREADY_RATED')
    expect(await enter(OTHER_CADRE, second.number, { source: 'paper', card: '00124' })).toBe('OK')
  })

  test('a number that does not exist', async () => {
    expect(await enter(OTHER_CADRE, '1124-00000-0', { source: 'call' })).toBe('NOT_FOUND')
  })
})

describe('the desk card', () => {
  const visit = (openid: string, content: object = {}) =>
    cloud.code(openid, 'rating.rateVisit', {
      window: 3,
      level: 2,
      requestId: newRequest(),
      ...content,
    })

  test('once a day and window, not by staff; a bad one is followed up', async () => {
    expect(await visit(CADRE)).toBe('FORBIDDEN')
    expect(await visit(VILLAGER, { window: 99 })).toBe('NOT_FOUND')
    expect(await visit(VILLAGER)).toBe('OK')
    expect(await visit(VILLAGER)).toBe('ALREADY_RATED')
    expect(await visit(VILLAGER, { window: 4, level: 5 })).toBe('OK')
    await cloud.tick()
    const followed = await admin.find<Rectification>('rectifications', { origin: 'visit' })
    expect(followed.map(({ unit, level }) => [unit, level])).toEqual([['rs', 2]])
  })

  test('a window that the office opened since has one as well', async () => {
    const { place } = await cloud.ok<Output<'office', 'placeHistory'>>(
      ADMIN,
      'office.placeHistory',
      { placeId: 'hall' },
    )
    expect(await visit(VILLAGER, { window: 9 })).toBe('NOT_FOUND')
    const windows = [...place.windows, { name: '9号窗口 林业', units: ['ly'] }]
    await cloud.ok(ADMIN, 'office.editWindows', { windows, requestId: newRequest() })
    expect(await visit(VILLAGER, { window: 9, level: 4 })).toBe('OK')
    expect(await admin.count('visitRatings', { window: 9, unit: 'ly' })).toBe(1)
  })

  test('the same request is the same answer, other content a conflict', async () => {
    const request = { window: 5, level: 4, requestId: newRequest() }
    const first = await cloud.ok(VILLAGER, 'rating.rateVisit', request)
    expect(await cloud.ok(VILLAGER, 'rating.rateVisit', request)).toEqual(first)
    const other = { ...request, level: 1 }
    expect(await cloud.code(VILLAGER, 'rating.rateVisit', other)).toBe('CONFLICT')
  })
})

describe('a bad rating', () => {
  test('is called about by another unit, put right, asked about again, rated again', async () => {
    const { caseId, id, caller } = await badlyRated({
      reasons: ['跑了多趟'],
      comment: '一共跑了三趟，覃大爷腿不好',
    })
    // Nobody of the rated unit sees anything before the villager was asked.
    expect(await cloud.code(CADRE, 'rating.rectification', { id })).toBe('NOT_FOUND')
    const asked = await see(caller, id)
    expect(asked).toMatchObject({
      status: 'to_contact',
      dueDate: '2026-11-25',
      rating: { level: 1, reasons: ['跑了多趟'] },
      comment: '',
      allowed: ['contact'],
      person: { name: '覃大旺', by: 'agent' },
    })
    expect((await see(SUPERVISOR, id)).comment).toContain('跑了三趟')
    const told = (await cloud.messages(caller)).filter(({ page }) => page?.includes(id))
    expect(told).toHaveLength(1)

    await act(caller, 'contact', id, { outcome: 'unreached' })
    await act(caller, 'contact', id, { outcome: 'told', text: '材料要一次说清', named: true })
    const rated = await see(CADRE, id)
    expect(rated).toMatchObject({
      status: 'to_rectify',
      dueDate: '2026-12-15',
      advice: '材料要一次说清',
      rating: null,
      comment: '',
      person: null,
      allowed: ['rectify', 'appeal'],
    })
    expect(await cloud.code(VILLAGER, 'rating.rateAgain', again(caseId, 5))).toBe(
      'ACTION_NOT_ALLOWED',
    )
    await act(CADRE, 'rectify', id, { text: '做了材料清单，以后一次说清' })
    const mine = await cloud.ok<Output<'rating', 'rated'>>(VILLAGER, 'rating.rated', {
      targetId: caseId,
    })
    expect(mine).toMatchObject({
      level: 1,
      canRateAgain: true,
      followUp: { answer: '做了材料清单，以后一次说清' },
    })
    expect(await cloud.code(VILLAGER, 'rating.rateAgain', again(caseId, 4))).toBe('OK')
    expect(await cloud.code(VILLAGER, 'rating.rateAgain', again(caseId, 5))).toBe('ALREADY_RATED')
    const doc = await admin.one<{ rating: { level: number }; rerating: { level: number } }>(
      'cases',
      { _id: caseId },
    )
    expect([doc.rating.level, doc.rerating.level]).toEqual([1, 4])

    // Who was rated does not ask whether it is well now.
    expect(
      await cloud.code(CADRE, 'rating.revisit', {
        id,
        outcome: 'settled',
        requestId: newRequest(),
      }),
    ).toBe('FORBIDDEN')
    const { rectification } = await act(caller, 'revisit', id, { outcome: 'settled' })
    expect(rectification).toMatchObject({ status: 'closed', dueDate: null, allowed: [] })
    const stored = await admin.one<Rectification>('rectifications', { _id: id })
    expect(brokenEvent(stored.log)).toBeNull()
    expect(stored.open).toBe(false)
  })

  const again = (targetId: string, level: number) => ({ targetId, level, requestId: newRequest() })

  test('without consent the unit learns what to change and not whose matter it was', async () => {
    const { id, caller, number } = await badlyRated({ comment: '话', passOn: false })
    await act(caller, 'contact', id, { outcome: 'told', text: '窗口要有人', named: false })
    const seen = await see(CADRE, id)
    expect(seen).toMatchObject({ itemName: '没说是哪件事', number: '', advice: '窗口要有人' })
    expect(JSON.stringify(seen)).not.toContain(number)
  })

  test('whose words may be passed on is read by the unit', async () => {
    const { id, caller } = await badlyRated({ comment: '请改一改', passOn: true })
    await act(caller, 'contact', id, { outcome: 'told', text: '态度', named: true })
    expect((await see(CADRE, id)).comment).toBe('请改一改')
  })

  test('still bad afterwards goes to the leader, who concludes', async () => {
    const { id, caller } = await badlyRated()
    await act(caller, 'contact', id, { outcome: 'told', text: '太慢' })
    await act(WINDOW, 'rectify', id, { text: '人手少，已经请领导派人' })
    expect((await act(caller, 'revisit', id, { outcome: 'unsettled' })).rectification.status).toBe(
      'escalated',
    )
    expect(
      await cloud.code(SUPERVISOR, 'rating.conclude', { id, text: '好', requestId: newRequest() }),
    ).toBe('FORBIDDEN')
    const ended = await act(LEADER, 'conclude', id, { text: '周四加派一个人' })
    expect(ended.rectification).toMatchObject({ status: 'closed', conclusion: '周四加派一个人' })
  })

  test('an appeal is answered by the supervisor; the original stays either way', async () => {
    for (const upheld of [false, true]) {
      const { id, caller, caseId } = await badlyRated()
      await act(caller, 'contact', id, { outcome: 'told', text: '不给办' })
      await act(CADRE, 'appeal', id, { text: '按规定不能办，已经当面说明' })
      expect(
        await cloud.code(CADRE, 'rating.appeal', { id, text: '再说', requestId: newRequest() }),
      ).toBe('ACTION_NOT_ALLOWED')
      const judged = await act(SUPERVISOR, 'judgeAppeal', id, { upheld, reason: '查过了' })
      expect(judged.rectification.status).toBe(upheld ? 'disregarded' : 'to_rectify')
      expect((await see(CADRE, id)).appeal?.judgement).toEqual({ upheld, reason: '查过了' })
      const { rating } = await admin.one<{ rating: { level: number } }>('cases', { _id: caseId })
      expect(rating.level).toBe(1)
    }
  })
})

describe('sums', () => {
  test('the rated see none of fewer than five', async () => {
    const stats = async (openid: string) =>
      (await cloud.ok<Output<'rating', 'unitStats'>>(openid, 'rating.unitStats')).units
    expect((await stats(CADRE))[0]?.counts).not.toBeNull()
    expect(await stats('demo-cadre-sl')).toEqual([{ unit: 'sl', counts: null, eligible: 0 }])
  })
})

describe('the yearly survey', () => {
  const answers = { satisfied: 'yes', trust: 'partly', approve: 'yes', welcome: 'no' }

  test('once a year, anonymous, repeat-safe, published from five people on', async () => {
    const request = { answers, requestId: newRequest() }
    await cloud.ok(VILLAGER, 'rating.survey', request)
    await cloud.ok(VILLAGER, 'rating.survey', request)
    const other = { answers, requestId: newRequest() }
    expect(await cloud.code(VILLAGER, 'rating.survey', other)).toBe('ALREADY_RATED')
    expect(await cloud.code(CADRE, 'rating.survey', other)).toBe('FORBIDDEN')
    const few = await cloud.ok<Output<'rating', 'surveyStats'>>(null, 'rating.surveyStats')
    expect(few).toEqual({ year: 2026, people: 1, answers: null })
    for (const n of [2, 3, 5, 6]) {
      await cloud.ok(`demo-villager-${String(n)}`, 'rating.survey', {
        answers,
        requestId: newRequest(),
      })
    }
    const five = await cloud.ok<Output<'rating', 'surveyStats'>>(null, 'rating.surveyStats')
    expect(five.answers?.trust).toEqual({ yes: 0, partly: 5, no: 0 })

    const accounts = await admin.find<{ _id: string; openid: string }>('accounts', {})
    const stored = await admin.find<object>('surveys', {})
    expect(Object.keys(stored[0] ?? {}).sort()).toEqual(
      ['_id', 'answers', 'receipt', 'schema', 'township', 'year'].sort(),
    )
    for (const { _id, openid } of accounts) {
      expect(JSON.stringify(stored)).not.toContain(_id)
      expect(JSON.stringify(stored)).not.toContain(`"${openid}"`)
    }
  })
})

describe('the clock', () => {
  test('run twice, late and in parallel there is one follow-up, and each delay is said once', async () => {
    const { id } = await completedCase(cloud)
    expect(await codeOf(rate(VILLAGER, id, 2))).toBe('OK')
    await Promise.all([cloud.tick(), cloud.tick(), cloud.tick()])
    await cloud.tick()
    const [doc, ...more] = await admin.find<Rectification>('rectifications', { targetId: id })
    expect(more).toEqual([])
    await cloud.withoutTimers('3d')
    await Promise.all([cloud.tick(), cloud.tick()])
    await cloud.tick()
    const after = await admin.one<Rectification>('rectifications', { _id: doc?._id })
    expect(after.log.map(({ action }) => action)).toEqual(['open', 'remind'])
    const supervisor = await cloud.ok<Output<'account', 'inbox'>>(SUPERVISOR, 'account.inbox')
    const said = supervisor.messages.filter(
      ({ target, title }) => target.includes(after._id) && title.includes('到期'),
    )
    expect(said).toHaveLength(1)
  })

  test("fifteen working days without an answer are the leader's", async () => {
    const { id, caller } = await badlyRated()
    await act(caller, 'contact', id, { outcome: 'told', text: '太慢' })
    await cloud.sleep('30d')
    await cloud.tick()
    await cloud.tick()
    const after = await admin.one<Rectification>('rectifications', { _id: id })
    expect(after.state).toBe('escalated')
    expect(after.log.filter(({ action }) => action === 'escalate')).toHaveLength(1)
    expect((await act(CADRE, 'rectify', id, { text: '改了' })).rectification.status).toBe(
      'to_revisit',
    )
  })

  test('one in ten completed matters gets a call, and a second run draws the same', async () => {
    for (let n = 0; n < 12; n++) {
      const { id } = await submit(cloud)
      await step(cloud, 'accept', id)
      await step(cloud, 'decide', id, { outcome: 'approve', reply: '批了' })
      await step(cloud, 'complete', id)
    }
    await cloud.clock('1d')
    await cloud.tick()
    const drawn = await admin.count('rectifications', { origin: 'sample' })
    await admin.update(
      'settings',
      { kind: 'rollups' },
      {
        $set: { doneUntil: '2026-11-01', nextDueAt: new Date(0) },
      },
    )
    await cloud.tick()
    expect(await admin.count('rectifications', { origin: 'sample' })).toBe(drawn)
    const all = await admin.find<Rectification>('rectifications', { origin: 'sample' })
    for (const { level, unit, callUnit } of all) {
      expect(level).toBeNull()
      expect(callUnit).not.toBe(unit)
    }
  })
})
