import { describe, expect, it } from '@jest/globals'
import {
  canHandIn,
  howLong,
  initial,
  lastDay,
  matterSentence,
  matterTag,
  pathOf,
} from '../../../miniprogram/shared/matter-words'
import { checkPerson, contactOf, EMPTY_PERSON } from '../../../miniprogram/shared/person-form'
import { firstOpen, slotDays } from '../../../miniprogram/shared/slot-days'
import type { SlotFacts } from '../../../miniprogram/shared/slot-days'

it('says by when the reader brings what is missing, else by when it is done', () => {
  const open = { status: 'supplement' as const, dueDate: '2026-12-29', suppliesBy: '2026-12-08' }
  expect(lastDay(open, '2026-11-24')).toEqual({ due: '12月8日 周二', deed: '补上' })
  expect(lastDay({ ...open, suppliesBy: null }, '2026-11-24').deed).toBe('办好')
  expect(lastDay({ ...open, status: 'completed' }, '2026-11-24').due).toBe('')
})

const matter = { status: 'in_progress' as const, dueDate: '2026-12-01', holder: { name: '蒋福生' } }

describe('words about a matter', () => {
  it('says who does what', () => {
    expect(matterSentence(matter)).toBe('蒋福生正在办')
    expect(matterSentence({ ...matter, status: 'received', holder: null })).toBe(
      '交上去了，窗口在看材料',
    )
  })

  it('is red only past the due day', () => {
    expect(matterTag(matter, '2026-12-01').tone).toBe('ok')
    expect(matterTag(matter, '2026-12-02')).toMatchObject({ tone: 'bad', text: '超时' })
  })

  it('does not call a refusal done', () => {
    expect(
      matterTag({ ...matter, status: 'completed', outcome: 'refuse' }, '2026-12-02').text,
    ).toBe('没办成')
    expect(matterSentence({ ...matter, status: 'completed', outcome: 'refuse' })).toContain(
      '没办成',
    )
  })

  it('does not call done what it was not told about', () => {
    const ended = { ...matter, status: 'completed' as const }
    expect(matterTag(ended, '2026-12-02').text).toBe('办完了')
    expect(matterTag({ ...ended, outcome: 'approve' }, '2026-12-02').text).toBe('已办好')
  })

  it('promises nothing for a booking but the arrangement of the visit', () => {
    expect(howLong({ instant: false, commitDays: 1, mode: 'booking' })).toBe('1个工作日约好')
    expect(howLong({ instant: true, commitDays: 0, mode: 'direct' })).toBe('当场办好')
    expect(canHandIn('consultation')).toBe(false)
  })

  it('claims no step done that nobody has reported', () => {
    const steps = ['受理', '核实', '审核', '发钱'].map((name) => ({ name, by: 'window' }))
    expect(pathOf(steps, 'in_progress', '蒋福生').map(({ state }) => state)).toEqual([
      'done',
      'now',
      'todo',
      'todo',
    ])
    expect(pathOf(steps, 'completed', '').every(({ state }) => state === 'done')).toBe(true)
  })

  it('takes a rare character as one initial', () => {
    expect(initial('𠮷田')).toBe('𠮷')
  })
})

describe('a person’s form', () => {
  const right = { ...EMPTY_PERSON, name: '覃建国', villageId: 'v01', phone: '199 0000 1002' }

  it.each(['覃', '阿卜杜热西提·买买提', '𠮷', '司马𬬮'])('takes %s as a name', (name) => {
    expect(checkPerson({ ...right, name })).toEqual({})
  })

  it('asks for what is missing, and for nothing that is not needed', () => {
    expect(Object.keys(checkPerson(EMPTY_PERSON))).toEqual(['name', 'villageId', 'phone'])
    expect(checkPerson({ ...right, by: 'agent', phone: '' })).toEqual({})
    expect(checkPerson({ ...right, by: 'relative', phone: '' })).toEqual({})
  })

  it('knows a wrong phone', () => {
    expect(checkPerson({ ...right, phone: '12345' }).phone).toContain('11位')
  })

  it('sends digits only, and no phone that nobody gave', () => {
    expect(contactOf(right)).toEqual({ by: 'phone', phone: '19900001002' })
    expect(contactOf({ by: 'paper', phone: '19900001002' })).toEqual({ by: 'paper' })
  })
})

describe('slots as days', () => {
  const slot = (date: string, start: string, change: Partial<SlotFacts> = {}): SlotFacts => ({
    id: `${date}-${start}`,
    date,
    start,
    end: '23:59',
    capacity: 4,
    remaining: 3,
    state: 'open',
    ...change,
  })

  it('splits days into morning and afternoon and counts what is left', () => {
    const [day] = slotDays([slot('2026-11-26', '14:00'), slot('2026-11-26', '08:30')], '2026-11-24')
    expect(day).toMatchObject({ above: '后天', day: '26', remaining: 6 })
    expect(day?.halves.map(({ name }) => name)).toEqual(['上午', '下午'])
    expect(day?.halves[0]?.rows[0]?.seats.map(({ state }) => state)).toEqual([
      'taken',
      'free',
      'free',
      'free',
    ])
  })

  it('chooses the first time that is really free', () => {
    const full = slot('2026-11-26', '08:30', { remaining: 0, state: 'full' })
    const [day] = slotDays([full, slot('2026-11-26', '09:00')], '2026-11-24')
    expect(firstOpen(day)?.id).toBe('2026-11-26-09:00')
  })

  it('draws no squares for a hall with many seats', () => {
    const [day] = slotDays([slot('2026-11-25', '09:00', { capacity: 40 })], '2026-11-24')
    expect(day?.halves[0]?.rows[0]?.seats).toEqual([])
  })
})
