import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { CADRE, newRequest, THURSDAY, TUESDAY, VILLAGER } from '../support/people'

let cloud: LocalCloud

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
})
afterAll(() => cloud.stop())

/** Both kinds of matter go the same way: handled in the township, and carried to the county. */
describe.each([
  { code: 'MZ-05', name: '临时救助', due: '2026-12-08', slot: '09:00' },
  { code: 'MZ-01', name: '最低生活保障（低保）申请', due: '2026-12-29', slot: '14:00' },
])('$name, from the first question to the rating', ({ code, name, due, slot }) => {
  let receipt: Output<'case', 'submit'>['case']

  test('the guide says what to bring and whom to ask', async () => {
    const { item } = await cloud.ok<Output<'catalog', 'guide'>>(null, 'catalog.guide', { code })
    expect(item.name).toBe(name)
    expect(item.materials.map(({ key }) => key)).toContain('apply-form')
    expect(item.people).toEqual([{ name: '蒋福生', post: '民政办主任', phone: '0736-0000517' }])
    expect(item.unit).toMatchObject({ name: '民政办', window: '2号窗口 民政残联' })
  })

  test('the villager books Thursday in the village and sees the ticket', async () => {
    const { slots } = await cloud.ok<Output<'appointment', 'slots'>>(
      VILLAGER,
      'appointment.slots',
      {
        venueId: 'v01',
        from: '2026-11-24',
        to: '2026-11-30',
      },
    )
    expect(new Set(slots.map(({ date }) => date))).toEqual(new Set([THURSDAY]))
    const chosen = slots.find(({ start }) => start === slot)
    const { appointment } = await cloud.ok<Output<'appointment', 'book'>>(
      VILLAGER,
      'appointment.book',
      { slotId: chosen?.id, codes: [code], requestId: newRequest() },
    )
    expect(appointment).toMatchObject({
      status: 'booked',
      name: '覃建国',
      items: [{ code, name }],
      slot: { date: THURSDAY, start: slot, remaining: 3 },
    })
    const mine = await cloud.ok<Output<'appointment', 'mine'>>(VILLAGER, 'appointment.mine')
    expect(mine.appointments.map(({ id }) => id)).toContain(appointment.id)
    const ticket = await cloud.ok<Output<'appointment', 'detail'>>(VILLAGER, 'appointment.detail', {
      id: appointment.id,
    })
    expect(ticket.appointment).toMatchObject(appointment)
  })

  test('handed in without all papers, it gets a number and a query code', async () => {
    const answer = await cloud.ok<Output<'case', 'submit'>>(VILLAGER, 'case.submit', {
      code,
      requestId: newRequest(),
      applicant: { name: '覃大旺', contact: { by: 'phone', phone: '199 0000 1001' } },
      materials: [{ key: 'id-card' }],
    })
    receipt = answer.case
    expect(receipt).toMatchObject({ status: 'received', dueDate: due })
    expect(receipt.number).toMatch(/^1124-\d{5}-\d$/)
    expect(receipt.queryCode).toMatch(/^\d{6}$/)
  })

  test('the department finds a WeChat message and a task, and accepts', async () => {
    const messages = await cloud.messages(CADRE)
    const page = `packages/office/case/case?id=${receipt.id}`
    expect(messages.filter((message) => message.page === page)).toHaveLength(1)

    const { tasks } = await cloud.ok<Output<'case', 'inbox'>>(CADRE, 'case.inbox')
    const task = tasks.find(({ number }) => number === receipt.number)
    expect(task).toMatchObject({ itemName: name, status: 'received' })
    expect(task?.allowed).toEqual(expect.arrayContaining(['accept', 'notifySupplement', 'refuse']))

    const accepted = await cloud.ok<Output<'case', 'accept'>>(CADRE, 'case.accept', {
      id: task?.caseId,
      requestId: newRequest(),
    })
    expect(accepted.case).toMatchObject({ status: 'accepted', dueDate: due })
    expect(accepted.case.allowed).toEqual(expect.arrayContaining(['progress', 'decide', 'suspend']))
    expect(accepted.case.allowed).not.toContain('complete')
  })

  test('it decides with a reply and completes', async () => {
    // Two acceptances are two messages; the third, on completion, finds no permit.
    await cloud.subscribe(VILLAGER, 'tpl-progress')
    await cloud.subscribe(VILLAGER, 'tpl-progress')
    const decide = { id: receipt.id, outcome: 'approve' }
    expect(
      await cloud.code(CADRE, 'case.decide', { ...decide, reply: '  ', requestId: newRequest() }),
    ).toBe('REPLY_REQUIRED')
    expect(
      await cloud.code(CADRE, 'case.complete', { id: receipt.id, requestId: newRequest() }),
    ).toBe('ACTION_NOT_ALLOWED')
    await cloud.ok(CADRE, 'case.decide', {
      ...decide,
      reply: '批了3000元，12月4日前打到卡上',
      requestId: newRequest(),
    })
    const done = await cloud.ok<Output<'case', 'complete'>>(CADRE, 'case.complete', {
      id: receipt.id,
      requestId: newRequest(),
    })
    expect(done.case).toMatchObject({ status: 'completed', allowed: ['reopen'] })
  })

  test('the villager is told, and sees who did what', async () => {
    const page = `packages/case/progress/progress?id=${receipt.id}`
    const wechat = (await cloud.messages(VILLAGER)).filter((message) => message.page === page)
    expect(wechat).toHaveLength(2)
    expect(JSON.stringify(wechat)).not.toContain(name)

    const inbox = await cloud.ok<Output<'account', 'inbox'>>(VILLAGER, 'account.inbox')
    const told = inbox.messages.filter(({ target }) => target === `/${page}`)
    expect(told.map(({ text }) => text)).toHaveLength(3)

    const detail = await cloud.ok<Output<'case', 'detail'>>(VILLAGER, 'case.detail', {
      id: receipt.id,
    })
    expect(detail.case.events.map(({ action, title, by }) => [action, title, by])).toEqual([
      ['submit', '交件', '覃大旺'],
      ['accept', '受理', '蒋福生'],
      ['decide', '写答复、出结果', '蒋福生'],
      ['complete', '办结', '蒋福生'],
    ])
    expect(detail.case.reply).toMatchObject({ outcome: 'approve', byName: '蒋福生' })
    expect(detail.case.applicant.contact).toEqual({ by: 'phone', phone: '199****1001' })
    expect(detail.case.canRate).toBe(true)
  })

  test('anybody with number and code can track it', async () => {
    const { case: tracked } = await cloud.ok<Output<'case', 'track'>>(null, 'case.track', {
      number: receipt.number.replace(/-/g, ' '),
      code: receipt.queryCode,
    })
    expect(tracked).toMatchObject({ number: receipt.number, status: 'completed', dueDate: due })
    expect(tracked).not.toHaveProperty('applicant')
    const wrong = { number: receipt.number, code: receipt.queryCode === '000000' ? '1' : '000000' }
    expect(await cloud.code(null, 'case.track', wrong)).toBe('NOT_FOUND')
  })

  test('a rating of 满意 moves the public statistics', async () => {
    const before = await cloud.ok<Output<'rating', 'stats'>>(null, 'rating.stats')
    const rate = { targetId: receipt.id, level: 4, requestId: newRequest() }
    const { rating } = await cloud.ok<Output<'rating', 'rate'>>(VILLAGER, 'rating.rate', rate)
    expect(rating.level).toBe(4)
    const after = await cloud.ok<Output<'rating', 'stats'>>(null, 'rating.stats')
    expect(after.rated).toBe(before.rated + 1)
    expect(after.counts[4]).toBe(before.counts[4] + 1)
    expect(after.eligible).toBe(before.eligible)
    expect(after.goodRate).toBe(1)
    const again = { ...rate, requestId: newRequest() }
    expect(await cloud.code(VILLAGER, 'rating.rate', again)).toBe('ALREADY_RATED')
  })
})
