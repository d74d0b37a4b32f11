import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { countsOf, sectionsOf } from '../../../miniprogram/packages/office/inbox/view'
import type { Task } from '../../../miniprogram/services/office'
import { newPhone, open, settle, textOf } from '../support/simulate'
import type { Phone } from '../support/simulate'
import { answerStaff, task } from './answers'

const INBOX = 'packages/office/inbox/inbox'
const TODAY = '2026-11-24'
let phone: Phone

beforeEach(() => {
  phone = newPhone()
  answerStaff(phone)
})
afterEach(() => {
  document.body.replaceChildren()
})

const MANY = [
  task({ caseId: 'c1', warning: 'red', dueDate: '2026-11-23' }),
  task({ caseId: 'c2', warning: 'yellow', status: 'received', allowed: ['accept'] }),
  task({ caseId: 'c3', warning: 'blue' }),
  task({ caseId: 'c4', warning: 'none' }),
]

describe('the sections', () => {
  it('stand in the order of urgency, as the server sorted', () => {
    const sections = sectionsOf(MANY, () => '羊子垭村', TODAY)
    expect(sections.map(({ title, rows }) => [title, rows.map(({ id }) => id)])).toEqual([
      ['先办这件', ['c1']],
      ['今天要办', ['c2']],
      ['这几天', ['c3', 'c4']],
    ])
    expect(sections[0]?.hint).toBe('还差：写答复，出结果。')
    expect(sections[1]?.rows[0]?.tag.text).toBe('今天看材料')
  })

  it('tell the leader that somebody has to be named, and whoever works on it what is next', () => {
    const tagOf = (allowed: Task['allowed']) =>
      sectionsOf([task({ status: 'received', allowed })], () => '', TODAY)[0]?.rows[0]?.tag.text
    expect(tagOf(['assign', 'opine', 'setPriority'])).toBe('定谁来办')
    expect(tagOf(['signFor', 'accept', 'assign'])).toBe('看材料')
  })

  it('leave out what is empty', () => {
    expect(sectionsOf([], () => '', TODAY)).toEqual([])
    const urgent = task({ caseId: 'u', priority: '今晚没处住' })
    const [first, ...rest] = sectionsOf([...MANY, urgent], () => '', TODAY)
    expect(first).toMatchObject({ title: '急事先办', rows: [{ id: 'u' }] })
    expect(first?.rows[0]?.who).toContain('今晚没处住')
    expect(rest.flatMap(({ rows }) => rows).map(({ id }) => id)).not.toContain('u')
  })

  it('do not call late what is already answered', () => {
    const decided = task({ warning: 'red', status: 'decided', allowed: ['complete'] })
    expect(sectionsOf([decided], () => '', TODAY)[0]?.rows[0]?.tag.text).toBe('等办结')
  })

  it('count what is loaded and say where more may follow', () => {
    expect(countsOf(MANY, false).map(({ number }) => number)).toEqual(['1', '1', '2'])
    expect(countsOf(MANY.slice(0, 2), true).map(({ number }) => number)).toEqual(['1', '1+', '…'])
  })
})

describe('the page', () => {
  it('says who is at work, how many messages are left, and that nothing is to do', async () => {
    const page = await open(INBOX)
    await settle(60)
    expect(textOf(page)).toContain('没有要办的')
    expect(textOf(page)).toContain('微信还能提醒您12次')
  })

  it('draws a window of hundreds and fetches on by the cursor', async () => {
    const first = Array.from({ length: 50 }, (_, i) => task({ caseId: `a${String(i)}` }))
    const second = Array.from({ length: 20 }, (_, i) => task({ caseId: `b${String(i)}` }))
    phone.on('case.inbox', ({ cursor }) =>
      cursor ? { tasks: second, next: null } : { tasks: first, next: 'more' },
    )
    const page = await open(INBOX)
    await settle(60)
    expect(page.dom.querySelectorAll('[class*="task-name"]')).toHaveLength(30)
    await page.instance.showMore?.()
    await page.instance.showMore?.()
    expect(phone.calls.map(({ data }) => data.cursor).filter(Boolean)).toEqual(['more'])
    expect(page.instance.data.below).toBe('')
  })

  it('opens a task, and asks for permission only from a tap', async () => {
    phone.on('case.inbox', () => ({ tasks: MANY, next: null }))
    let asked = 0
    phone.permission = () => {
      asked += 1
      return Promise.resolve({ 'tpl-task': 'accept' })
    }
    const page = await open(INBOX)
    await settle(60)
    expect(asked).toBe(0)
    await page.instance.topUp?.()
    expect(asked).toBe(1)
    const told = phone.calls.filter(({ data }) => data.action === 'permits').pop()
    expect(told?.data.templates).toEqual({ 'tpl-task': 'accept' })
    page.instance.open?.({ currentTarget: { dataset: { id: 'c1' } } } as never)
    expect(phone.opened).toEqual(['/packages/office/case/case?id=c1'])
  })

  it('shows what was kept when there is no network', async () => {
    phone.on('case.inbox', () => ({ tasks: MANY, next: null }))
    const page = await open(INBOX)
    await settle(60)
    phone.offline = true
    await page.instance.refresh?.()
    expect(page.instance.data.asOf).not.toBe('')
    expect(textOf(page)).toContain('先办这件')
  })
})
