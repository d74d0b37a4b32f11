/** 一件事的各种走法: through the built bundles and the real SDK, with the moving clock. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CaseDocument } from '../../cloudfunctions/core/store/documents/case'
import type { Message } from '../../cloudfunctions/core/store/documents/message'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import * as people from '../support/people'
import {
  AGENT,
  CADRE,
  HEAD,
  LEADER,
  newRequest,
  OTHER_CADRE,
  SUPERVISOR,
  VILLAGER,
  WINDOW,
} from '../support/people'
import { PHOTO } from '../support/photos'
import { APPLICANT, submit } from '../support/steps'

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: people.TUESDAY, workers: 2 })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

type Detail = Output<'case', 'detail'>['case']

const act = (openid: string, action: string, id: string, content: object = {}) =>
  cloud.ok<Output<'case', 'accept'>>(openid, `case.${action}`, {
    id,
    requestId: newRequest(),
    ...content,
  })

const refused = (openid: string, action: string, id: string, content: object = {}) =>
  cloud.code(openid, `case.${action}`, { id, requestId: newRequest(), ...content })

const detail = async (id: string, openid = CADRE): Promise<Detail> =>
  (await cloud.ok<Output<'case', 'detail'>>(openid, 'case.detail', { id })).case

const titles = async (openid: string): Promise<string[]> =>
  (await cloud.ok<{ messages: { title: string }[] }>(openid, 'account.inbox')).messages.map(
    ({ title }) => title,
  )

/** What the villager was told of a matter, all of it. */
const told = async (id: string): Promise<string> =>
  (await admin.find<Message>('messages', { target: `/packages/case/progress/progress?id=${id}` }))
    .map(({ text }) => text)
    .join()

const REPLY = { outcome: 'approve', reply: '批了，钱三天内到卡上' }

describe('一次性告知', () => {
  let id: string

  test('the whole list is told at once and the villager sees it item by item', async () => {
    ;({ id } = await submit(cloud))
    const { case: told } = await act(CADRE, 'notifySupplement', id, {
      missing: [
        { key: 'hukou', reason: '没带' },
        { key: 'hospital', name: '住院小结', reason: '没盖章' },
      ],
    })
    expect(told.status).toBe('supplement')
    const seen = await detail(id, VILLAGER)
    expect(seen.missing.map(({ name, reason }) => [name, reason])).toEqual([
      ['户口本', '没带'],
      ['住院小结', '没盖章'],
    ])
    expect(seen.supplement).toMatchObject({ dueOn: '2026-12-08', again: false })
    expect(seen.events.at(-1)?.text).toBe('还差2样：户口本（没带）、住院小结（没盖章）')
  })

  test('a part keeps it waiting, a photo is needed from a phone, the rest brings it back', async () => {
    expect(await refused(VILLAGER, 'supplement', id, { materials: [{ key: 'hukou' }] })).toBe(
      'INVALID_INPUT',
    )
    const part = await act(VILLAGER, 'supplement', id, {
      materials: [{ key: 'hukou', fileId: PHOTO }],
    })
    expect(part.case.status).toBe('supplement')
    expect(await refused(CADRE, 'accept', id)).toBe('ACTION_NOT_ALLOWED')
    const whole = await act(WINDOW, 'supplement', id, { materials: [{ key: 'hospital' }] })
    expect(whole.case.status).toBe('received')
    expect((await detail(id)).materials.find(({ key }) => key === 'hospital')).toMatchObject({
      inHand: true,
    })
  })

  test('a second notice is blocked; with its reason it goes to the supervisor too', async () => {
    const again = { missing: [{ key: 'apply-form', reason: '没签字' }] }
    expect(await refused(CADRE, 'notifySupplement', id, again)).toBe('NOTICE_ALREADY_GIVEN')
    await act(CADRE, 'notifySupplement', id, { ...again, exception: '签名是别人代的，今天才知道' })
    expect(await titles(SUPERVISOR)).toContain('后来又要群众补材料')
    expect((await detail(id)).supplement?.again).toBe(true)
  })

  test('late: somebody is asked to call, nothing is withdrawn without having spoken', async () => {
    const late = { spokeWith: '和他儿子通了电话，说不办了' }
    expect(await refused(CADRE, 'withdrawLate', id, late)).toBe('ACTION_NOT_ALLOWED')
    await cloud.sleep('15d')
    expect((await detail(id)).status).toBe('supplement')
    expect(await titles(CADRE)).toContain('要补的材料还没到')
    expect(await refused(CADRE, 'withdrawLate', id, { spokeWith: ' ' })).toBe('ACTION_NOT_ALLOWED')
    expect((await act(CADRE, 'withdrawLate', id, late)).case.status).toBe('withdrawn')
  })

  test('within thirty days it goes on under the same number', async () => {
    const { number } = await detail(id)
    await cloud.sleep('10d')
    const back = await act(VILLAGER, 'supplement', id, {
      materials: [{ key: 'apply-form', fileId: PHOTO }],
    })
    expect(back.case).toMatchObject({ status: 'received', number })
    expect((await act(CADRE, 'accept', id)).case.status).toBe('accepted')
  })
})

describe('we were too slow', () => {
  test('no notice in five working days: accepted from receipt, in these words', async () => {
    const received = await cloud.clock()
    const { id } = await submit(cloud)
    await cloud.sleep('9d')
    const doc = await admin.one<CaseDocument>('cases', { _id: id })
    expect(doc).toMatchObject({ state: 'accepted', acceptedHow: 'deemed' })
    expect(doc.acceptedOn).toBe(doc.receivedOn)
    expect(+doc.receivedAt - +received).toBeLessThan(60_000)
    const seen = await detail(id, VILLAGER)
    expect(seen.events.at(-1)).toMatchObject({
      action: 'deemAccept',
      text: '我们超时未告知，视为已受理，不等于通过',
    })
    expect(seen.events.filter(({ action }) => action === 'deemAccept')).toHaveLength(1)
    expect(await titles(LEADER)).toContain('超时未告知，视为受理')
  })

  test('a task that nobody opened for two hours reaches the B post, once; opened ones do not', async () => {
    await cloud.clock('2027-01-11T01:00:00.000Z')
    const [open, seen] = [await submit(cloud), await submit(cloud)]
    await act(CADRE, 'signFor', seen.id)
    await cloud.clock('3h')
    await cloud.tick()
    const actions = async (id: string) =>
      (await admin.one<CaseDocument>('cases', { _id: id })).log.map(({ action }) => action)
    expect(await actions(open.id)).toEqual(['submit', 'escalate'])
    expect(await actions(seen.id)).toEqual(['submit', 'signFor'])
  })
})

describe('time', () => {
  test('stops only on a legal ground, and the due date moves with it', async () => {
    const { id } = await submit(cloud)
    const before = (await act(CADRE, 'accept', id)).case.dueDate
    const asked = { document: '告知书1号', expectedOn: '2027-01-20' }
    expect(await refused(CADRE, 'suspend', id, { ...asked, ground: '等领导回来' })).toBe(
      'INVALID_INPUT',
    )
    const paused = await act(CADRE, 'suspend', id, { ...asked, ground: '鉴定' })
    expect(paused.case.status).toBe('suspended')
    expect(paused.case.dueDate > before).toBe(true)
    await cloud.clock('2d')
    const resumed = await act(CADRE, 'resume', id)
    expect(resumed.case.status).toBe('in_progress')
    expect(resumed.case.dueDate > before && resumed.case.dueDate < paused.case.dueDate).toBe(true)
  })

  test('is extended once, by the head alone, and the villager is told why', async () => {
    const { id } = await submit(cloud)
    const before = (await act(CADRE, 'accept', id)).case.dueDate
    await act(CADRE, 'requestExtension', id, { reason: '要等县里核对' })
    expect(await refused(LEADER, 'answerExtension', id, { grant: true })).toBe('FORBIDDEN')
    const { tasks } = await cloud.ok<Output<'case', 'inbox'>>(HEAD, 'case.inbox')
    expect(tasks.find(({ caseId }) => caseId === id)?.allowed).toContain('answerExtension')
    const granted = await act(HEAD, 'answerExtension', id, { grant: true })
    expect(granted.case.dueDate > before).toBe(true)
    expect((await detail(id, VILLAGER)).events.at(-1)?.text).toContain('要等县里核对')
    expect(await refused(CADRE, 'requestExtension', id, { reason: '再要几天' })).toBe(
      'ACTION_NOT_ALLOWED',
    )
    expect(await told(id)).toContain('要多办几天')
  })

  test('without a yes no day changes: the office hears of it, the villager has no news', async () => {
    const { id } = await submit(cloud)
    const before = (await act(CADRE, 'accept', id)).case.dueDate
    await act(CADRE, 'requestExtension', id, { reason: '要等县里核对' })
    const earlier = await told(id)
    const declined = await act(HEAD, 'answerExtension', id, { grant: false, note: '县里今天就回' })
    expect(declined.case.dueDate).toBe(before)
    expect(await told(id)).toBe(earlier)
    expect(await titles(CADRE)).toContain('延期没批')
    expect((await detail(id, VILLAGER)).events.at(-1)?.text).toContain('县里今天就回')
  })
})

describe('who has it', () => {
  test('asked to take it over, the other unit decides; until then the first stays responsible', async () => {
    const { id } = await submit(cloud)
    await act(CADRE, 'signFor', id)
    await act(CADRE, 'requestTransfer', id, { toUnit: 'yb', reason: '这是医保的事' })
    expect((await detail(id)).holder?.name).toBe('蒋福生')
    expect(await refused(OTHER_CADRE, 'answerTransfer', id, { accept: false })).toBe(
      'INVALID_INPUT',
    )
    await act(OTHER_CADRE, 'answerTransfer', id, { accept: false, reason: '是临时救助' })
    const desk = await cloud.ok<Output<'case', 'inbox'>>(LEADER, 'case.inbox')
    expect(desk.tasks.map(({ caseId }) => caseId)).toContain(id)
    await act(LEADER, 'assign', id, { toUnit: 'yb', reason: '两家商量过了' })
    const doc = await admin.one<CaseDocument>('cases', { _id: id })
    expect(doc).toMatchObject({ unit: 'yb', desks: ['yb'], holder: null, transfer: null })
    expect(await refused(CADRE, 'accept', id)).toBe('NOT_FOUND')
    expect((await act(OTHER_CADRE, 'accept', id)).case.status).toBe('accepted')
  })

  test('a department that is asked to help hears of it; the first stays responsible', async () => {
    const { id } = await submit(cloud)
    await act(CADRE, 'accept', id)
    const before = await titles(OTHER_CADRE)
    await act(LEADER, 'assign', id, { toUnit: 'yb', task: '核对参保', reason: '要两家一起看' })
    const after = await titles(OTHER_CADRE)
    expect(after.slice(0, after.length - before.length)).toEqual(['站长定了一件事'])
    const doc = await admin.one<CaseDocument>('cases', { _id: id })
    expect(doc).toMatchObject({ unit: 'mz', partners: [{ unit: 'yb', task: '核对参保' }] })
    expect(doc.holder?.account).toBeDefined()
  })

  test('whoever declares a conflict of interest does not handle it any more', async () => {
    const { id } = await submit(cloud)
    await act(CADRE, 'declareConflict', id, { reason: '是我舅舅' })
    expect(await refused(CADRE, 'accept', id)).toBe('FORBIDDEN')
    expect((await act(WINDOW, 'accept', id)).case.status).toBe('accepted')
    expect(JSON.stringify((await detail(id, VILLAGER)).events)).not.toContain('舅舅')
  })

  test("a leader's opinion is answered before the matter ends", async () => {
    const { id } = await submit(cloud)
    await act(LEADER, 'opine', id, { text: '先把钱发下去' })
    await act(CADRE, 'accept', id)
    await act(CADRE, 'decide', id, REPLY)
    expect(await refused(CADRE, 'complete', id)).toBe('ACTION_NOT_ALLOWED')
    await act(CADRE, 'answerOpinion', id, { n: 1, text: '今天就发' })
    expect((await act(CADRE, 'complete', id)).case.status).toBe('completed')
    expect((await detail(id, VILLAGER)).opinions).toEqual([])
  })
})

describe('代理: carried to the county and back', () => {
  test('authorised by thumbprint, originals signed back, each step with its day', async () => {
    const { case: receipt } = await cloud.ok<Output<'case', 'submit'>>(AGENT, 'case.submit', {
      code: 'MZ-01',
      requestId: newRequest(),
      applicant: { name: '覃老太', contact: { by: 'agent' }, villageId: 'v01' },
      materials: [{ key: 'id-card-all' }],
    })
    const { id } = receipt
    expect(await refused(AGENT, 'authorise', id, { how: 'phone' })).toBe('FORBIDDEN')
    expect(await refused(AGENT, 'authorise', id, { how: 'thumbprint', witnesses: ['甲'] })).toBe(
      'INVALID_INPUT',
    )
    await act(AGENT, 'authorise', id, { how: 'thumbprint', witnesses: ['甲', '乙'] })
    await act(AGENT, 'takeOriginals', id, { names: ['身份证', '存折'] })
    await act(AGENT, 'carry', id)
    await act(CADRE, 'accept', id)
    await act(CADRE, 'forward', id, {
      to: '县民政局',
      receiptNumber: 'SM-88',
      expectedOn: '2027-02-01',
      platformNumber: '43070020270001',
    })
    await cloud.sleep('5d')
    await act(AGENT, 'externalUpdate', id, { n: 1, result: '批了，每月500元' })
    const seen = await detail(id)
    expect(seen.external[0]).toMatchObject({ receiptNumber: 'SM-88', result: '批了，每月500元' })
    expect(seen.platformNumber).toBe('43070020270001')
    expect(seen.days.county).toBeGreaterThan(0)
    expect(seen.days.total).toBe(5)
    await act(CADRE, 'decide', id, REPLY)
    expect(await refused(CADRE, 'complete', id)).toBe('ACTION_NOT_ALLOWED')
    await act(AGENT, 'returnOriginals', id, { numbers: [1, 2], signedBy: '覃老太' })
    await act(AGENT, 'deliver', id, { how: 'agent', signedBy: '覃老太' })
    expect((await act(CADRE, 'complete', id)).case.status).toBe('completed')
  })
})

describe('联合审批: building a house', () => {
  const CJ = 'demo-cadre-cj'
  const GT = 'demo-cadre-gt'
  const NY = 'demo-cadre-ny'
  let id: string
  let number: string

  test('its departments have it on their desks at once', async () => {
    const { case: receipt } = await cloud.ok<Output<'case', 'submit'>>(VILLAGER, 'case.submit', {
      code: 'CJ-01',
      requestId: newRequest(),
      applicant: APPLICANT,
      materials: [],
    })
    ;({ id, number } = receipt)
    for (const openid of [CJ, GT, NY]) {
      const { tasks } = await cloud.ok<Output<'case', 'inbox'>>(openid, 'case.inbox')
      expect(tasks.map(({ caseId }) => caseId)).toContain(id)
    }
    expect(await refused(GT, 'accept', id)).toBe('FORBIDDEN')
    await act(CJ, 'accept', id)
  })

  test('one survey by two officers at least, one notice with objections, every opinion', async () => {
    const visit = { on: '2027-02-02', at: '09:30' }
    expect(await refused(CJ, 'survey', id, { ...visit, officers: ['范宏伟', '范宏伟'] })).toBe(
      'INVALID_INPUT',
    )
    const officers = ['范宏伟', '段石磊']
    await act(CJ, 'survey', id, { ...visit, officers })
    await act(CJ, 'survey', id, { ...visit, officers, report: '位置合规划，没占基本农田' })
    await act(CJ, 'publicize', id, { days: 7, fields: [{ label: '位置', value: '一组东头' }] })
    const board = await cloud.ok<Output<'case', 'publicized'>>(null, 'case.publicized')
    expect(board.notices.find((one) => one.number === number)?.fields).toHaveLength(1)
    await cloud.ok(people.UNKNOWN, 'case.object', {
      number,
      text: '挡了我家的路',
      requestId: newRequest(),
    })
    expect((await detail(id, CJ)).publicity?.objections).toHaveLength(1)
    expect((await detail(id, VILLAGER)).publicity?.objections).toEqual([])
    await act(GT, 'branchDecide', id, { outcome: 'approve', text: '同意' })
    await act(NY, 'branchDecide', id, { outcome: 'refuse', text: '面积超了10平方米' })
    expect(await refused(CJ, 'decide', id, REPLY)).toBe('ACTION_NOT_ALLOWED')
  })

  test('the lead decides with reasons once all is there; the notice is gone, the clock ran on', async () => {
    await act(CJ, 'branchDecide', id, { outcome: 'approve', text: '同意，按120平方米建' })
    await cloud.sleep('8d')
    const after = await cloud.ok<Output<'case', 'publicized'>>(null, 'case.publicized')
    expect(after.notices.map((one) => one.number)).not.toContain(number)
    const doc = await admin.one<CaseDocument>('cases', { _id: id })
    expect(doc.publicity).toMatchObject({ fields: [], ended: true })
    const seen = await detail(id, CJ)
    expect(seen.clock.pauses).toEqual([])
    expect(seen.clock.counted).toBeGreaterThan(3)
    const done = await act(CJ, 'decide', id, { outcome: 'approve', reply: '批了，按120平方米建' })
    expect(done.case.status).toBe('decided')
  })
})

describe('at the window', () => {
  test('an instant matter is taken in, answered and completed in one action', async () => {
    const code = await instantCode()
    const input = {
      code: code.code,
      applicant: { name: '张大爷', contact: { by: 'paper' } },
      reply: '证明开好了，交给您了',
    }
    expect(
      await cloud.code(code.window, 'case.serveNow', {
        ...input,
        reply: ' ',
        requestId: newRequest(),
      }),
    ).toBe('REPLY_REQUIRED')
    const request = { ...input, requestId: newRequest() }
    const first = await cloud.ok<Output<'case', 'serveNow'>>(code.window, 'case.serveNow', request)
    const again = await cloud.ok<Output<'case', 'serveNow'>>(code.window, 'case.serveNow', request)
    expect(again).toEqual(first)
    expect(first.case.status).toBe('completed')
    const doc = await admin.one<CaseDocument>('cases', { _id: first.case.id })
    expect(doc.log.map(({ action }) => action)).toEqual(['intake', 'accept', 'decide', 'complete'])
    expect(
      await cloud.code(code.window, 'case.serveNow', {
        ...input,
        code: 'MZ-01',
        requestId: newRequest(),
      }),
    ).toBe('ACTION_NOT_ALLOWED')
  })

  test('a paper slip is entered with its true time; the same person again is shown, not blocked', async () => {
    const now = await cloud.clock()
    const receivedAt = new Date(+now - 2 * 86_400_000).toISOString()
    const input = {
      code: 'MZ-05',
      applicant: { name: '停电的人', contact: { by: 'agent' }, villageId: 'v03' },
      materials: [{ key: 'id-card' }],
      slip: { number: '017', receivedAt, countersignedBy: '何静怡' },
    }
    const future = { ...input.slip, receivedAt: new Date(+now + 86_400_000).toISOString() }
    expect(
      await cloud.code(WINDOW, 'case.intake', { ...input, slip: future, requestId: newRequest() }),
    ).toBe('INVALID_INPUT')
    const { case: receipt } = await cloud.ok<Output<'case', 'intake'>>(WINDOW, 'case.intake', {
      ...input,
      requestId: newRequest(),
    })
    const doc = await admin.one<CaseDocument>('cases', { _id: receipt.id })
    expect(doc).toMatchObject({ via: 'slip', ownerId: null, trips: 1 })
    expect(doc.receivedAt.toISOString()).toBe(receivedAt)
    const { cases } = await cloud.ok<Output<'case', 'similar'>>(WINDOW, 'case.similar', {
      code: 'MZ-05',
      name: '停电的人',
      villageId: 'v03',
    })
    expect(cases.map(({ number }) => number)).toEqual([receipt.number])
  })

  test('a group has five representatives at most; what cannot wait is first, its papers come later', async () => {
    const input = (content: object) => ({
      code: 'MZ-05',
      applicant: { name: '推选的人', contact: { by: 'agent' }, villageId: 'v01' },
      materials: [],
      requestId: newRequest(),
      ...content,
    })
    const coApplicants = ['甲某', '乙某', '丙某', '丁某']
    const six = input({ coApplicants: [...coApplicants, '戊某'] })
    expect(await cloud.code(WINDOW, 'case.intake', six)).toBe('INVALID_INPUT')
    const urgent = input({ coApplicants, priority: '房子烧了，今晚没处住' })
    const { case: receipt } = await cloud.ok<Output<'case', 'intake'>>(
      WINDOW,
      'case.intake',
      urgent,
    )
    const seen = await detail(receipt.id)
    expect(seen).toMatchObject({ coApplicants, priority: '房子烧了，今晚没处住' })
    const { tasks } = await cloud.ok<Output<'case', 'inbox'>>(CADRE, 'case.inbox')
    expect(tasks[0]?.caseId).toBe(receipt.id)
  })

  test('whoever is at odds with the own agent goes to another one, or to the window', async () => {
    const input = {
      code: 'MZ-05',
      applicant: { name: '合不来的人', contact: { by: 'paper' }, villageId: 'v01' },
      materials: [],
    }
    const ids: string[] = []
    for (const openid of [people.OTHER_AGENT, WINDOW]) {
      const { case: receipt } = await cloud.ok<Output<'case', 'intake'>>(openid, 'case.intake', {
        ...input,
        requestId: newRequest(),
      })
      ids.push(receipt.id)
    }
    // The agent of the village has no part in it, and does not see it.
    for (const id of ids) {
      expect(await cloud.code(AGENT, 'case.detail', { id })).toBe('NOT_FOUND')
    }
    expect((await detail(ids[0] ?? '', people.OTHER_AGENT)).applicant.name).toBe('合不来的人')
  })

  test('who has number and code takes it onto their phone, once', async () => {
    const { case: receipt } = await cloud.ok<Output<'case', 'intake'>>(WINDOW, 'case.intake', {
      code: 'MZ-05',
      applicant: { name: '认领的人', contact: { by: 'agent' }, villageId: 'v01' },
      materials: [],
      requestId: newRequest(),
    })
    const { number, queryCode: code } = receipt
    const wrong = code === '000000' ? '000001' : '000000'
    const join = (openid: string, with_: string) =>
      cloud.code(openid, 'case.join', { number, code: with_, requestId: newRequest() })
    expect(await join(VILLAGER, wrong)).toBe('NOT_FOUND')
    expect(await join(VILLAGER, code)).toBe('OK')
    expect(await join(VILLAGER, code)).toBe('OK')
    expect(await join(people.OTHER_VILLAGER, code)).toBe('CONFLICT')
    expect((await detail(receipt.id, VILLAGER)).number).toBe(number)
  })
})

describe('the end, and after it', () => {
  test('refused: reason, where to go, how to object', async () => {
    const { id } = await submit(cloud)
    await act(CADRE, 'refuse', id, { reason: '户口不在本乡', whereTo: '户口所在地的民政办' })
    const seen = await detail(id, VILLAGER)
    expect(seen).toMatchObject({
      status: 'refused',
      refusal: { reason: '户口不在本乡', whereTo: '户口所在地的民政办' },
    })
    expect(seen.reply?.remedy).toContain('行政复议')
  })

  test('reopened within thirty days with a new commitment, not after; then linked', async () => {
    const { id, number } = await submit(cloud)
    await act(CADRE, 'accept', id)
    await act(CADRE, 'decide', id, REPLY)
    await act(CADRE, 'complete', id)
    await cloud.clock('3d')
    const again = await act(VILLAGER, 'reopen', id, { reason: '钱没到' })
    expect(again.case.status).toBe('in_progress')
    await act(CADRE, 'decide', id, REPLY)
    await act(CADRE, 'complete', id)
    await cloud.sleep('31d')
    expect(await refused(VILLAGER, 'reopen', id, { reason: '又没到' })).toBe('ACTION_NOT_ALLOWED')
    const { case: linked } = await cloud.ok<Output<'case', 'submit'>>(VILLAGER, 'case.submit', {
      code: 'MZ-05',
      requestId: newRequest(),
      applicant: APPLICANT,
      materials: [],
      linkedTo: number,
    })
    expect((await detail(linked.id, VILLAGER)).linkedTo).toBe(number)
  })

  test('after a death nobody is written to or asked for a rating; heirs go on', async () => {
    const { id } = await submit(cloud)
    await act(CADRE, 'markDeceased', id, { heir: '覃小旺' })
    const before = (await titles(VILLAGER)).length
    await act(CADRE, 'accept', id)
    await act(CADRE, 'decide', id, REPLY)
    await act(CADRE, 'complete', id)
    expect(await titles(VILLAGER)).toHaveLength(before)
    expect((await detail(id, VILLAGER)).canRate).toBe(false)
  })
})

test('a hundred steps at the same moment: each wins or gets the fresh state, the chain stays whole', async () => {
  const { id } = await submit(cloud)
  await act(CADRE, 'accept', id)
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, n) =>
      cloud.call<Output<'case', 'progress'>>(n % 2 ? CADRE : WINDOW, 'case.progress', {
        id,
        requestId: newRequest(),
        text: `第${String(n)}条`,
      }),
    ),
  )
  const won = answers.filter(({ ok }) => ok).length
  for (const answer of answers) {
    if (answer.ok) continue
    expect(answer.error).toMatchObject({
      code: 'CONFLICT',
      retryable: true,
      data: { case: { id, status: 'in_progress' } },
    })
  }
  const doc = await admin.one<CaseDocument>('cases', { _id: id })
  expect(doc.log.filter(({ action }) => action === 'progress')).toHaveLength(won)
  expect(won).toBeGreaterThan(0)
})

test('afterwards every invariant holds', async () => {
  await cloud.clock('1d')
  await cloud.tick()
  expect(await violations(admin)).toEqual([])
})

/** An item that is served at once, and who sits at its window. */
async function instantCode(): Promise<{ code: string; window: string }> {
  const { items } = await cloud.ok<Output<'catalog', 'items'>>(null, 'catalog.items')
  const item = items.find(({ instant, mode }) => instant && mode === 'direct')
  if (!item) throw new Error('no instant item in the sample data')
  const accounts = await admin.find<{
    openid: string
    staff: { units: string[]; roles: string[] } | null
  }>('accounts', { 'staff.units': item.department, 'staff.roles': 'window' })
  return { code: item.code, window: accounts[0]?.openid ?? '' }
}
