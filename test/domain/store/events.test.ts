import { beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { brokenEvent, nextEvent } from '../../../cloudfunctions/core/store/events'
import type { NewEvent } from '../../../cloudfunctions/core/store/events'
import type { MatterEvent } from '../../../cloudfunctions/core/store/documents/matter'
import { holds } from '../support/holds'
import { anyText } from '../support/texts'
import { setKeys } from '../support/keys'

beforeAll(setKeys)

const event = (details: Partial<NewEvent> = {}): NewEvent => ({
  at: new Date('2026-11-24T01:20:00Z'),
  by: 'account-1',
  byName: '覃大旺',
  action: 'submit',
  to: 'received',
  key: 'key-1',
  content: 'content-1',
  text: '交了临时救助申请，家里房子被水淹了',
  ...details,
})

/** A matter's log as it grows, step by step. */
function logOf(steps: readonly NewEvent[]): MatterEvent[] {
  const log: MatterEvent[] = []
  for (const step of steps) {
    const state = log.at(-1)?.to
    log.push(nextEvent(state === undefined ? null : { log, state }, step))
  }
  return log
}

const story = (): MatterEvent[] =>
  logOf([
    event(),
    event({ action: 'accept', to: 'accepted', by: 'account-2', byName: '民政办', key: 'key-2' }),
    event({ action: 'decide', to: 'decided', by: 'account-2', text: '批了500元', key: 'key-3' }),
    event({ action: 'complete', to: 'completed', by: 'account-2', text: '办结', key: 'key-4' }),
  ])

const changed = (log: readonly MatterEvent[], index: number, change: object): MatterEvent[] =>
  log.map((entry, at) => (at === index ? { ...entry, ...change } : entry))

describe('the log of a matter', () => {
  test('counts from one and says from which state to which', () => {
    const steps = story().map(({ n, from, to }) => `${String(n)} ${String(from)} ${to}`)
    expect(steps).toEqual([
      '1 null received',
      '2 received accepted',
      '3 accepted decided',
      '4 decided completed',
    ])
  })

  test('each event carries the hash of the one before', () => {
    const log = story()
    expect(log.slice(1).map(({ prev }) => prev)).toEqual(log.slice(0, -1).map(({ hash }) => hash))
    expect(log[0]?.prev).toMatch(/^0{64}$/)
  })

  test('any log of any length holds, an empty one too, also after a way through JSON', () => {
    const steps = fc.array(fc.record({ text: anyText, byName: fc.string(), to: fc.string() }), {
      maxLength: 8,
    })
    holds(
      fc.property(steps, (details) => {
        const log = logOf(details.map(event))
        expect(brokenEvent(log)).toBeNull()
        expect(brokenEvent(JSON.parse(JSON.stringify(log)) as MatterEvent[])).toBeNull()
      }),
      100,
    )
  })
})

describe('a log that somebody changed', () => {
  const CHANGES = {
    n: 99,
    at: new Date('2026-11-20T01:20:00Z'),
    by: 'account-9',
    action: 'refuse',
    from: 'decided-before',
    to: 'refused',
    key: 'key-9',
    content: 'content-9',
    commitment: 'f'.repeat(64),
    prev: 'f'.repeat(64),
    hash: 'f'.repeat(64),
  } satisfies Partial<MatterEvent>

  test('every field of an event is among those changed here', () => {
    const [first] = story()
    expect(Object.keys(first ?? {}).sort()).toEqual([...Object.keys(CHANGES), 'said'].sort())
  })

  test.each(
    Object.entries(CHANGES).flatMap(([field, value]) =>
      [0, 1, 3].map((index) => [field, index + 1, value] as const),
    ),
  )('%s of event %i is noticed there', (field, number, value) => {
    expect(brokenEvent(changed(story(), number - 1, { [field]: value }))).toBe(number)
  })

  test.each(['salt', 'byName', 'text'])('%s of what was said is noticed', (field) => {
    const log = story()
    const said = { ...log[2]?.said, [field]: '另外一句' }
    expect(brokenEvent(changed(log, 2, { said }))).toBe(3)
  })

  test('an event taken out, put in twice, or moved is noticed', () => {
    const [one, two, three, four] = story() as [MatterEvent, MatterEvent, MatterEvent, MatterEvent]
    expect(brokenEvent([one, three, four])).toBe(2)
    expect(brokenEvent([two, three, four])).toBe(1)
    expect(brokenEvent([one, two, two, three])).toBe(3)
    expect(brokenEvent([one, three, two, four])).toBe(2)
  })

  test('something added to an event is noticed', () => {
    expect(brokenEvent(changed(story(), 1, { note: '补一句' }))).toBe(2)
  })

  test('what was said in one event does not fit another', () => {
    const log = story()
    expect(brokenEvent(changed(log, 1, { said: log[2]?.said }))).toBe(2)
  })

  test('a gap in the numbering is noticed although every hash is right', () => {
    const [first] = story()
    if (!first) throw new Error('no event')
    const fifth = nextEvent({ log: [{ ...first, n: 4 }], state: 'received' }, event())
    expect(brokenEvent([first, fifth])).toBe(2)
  })

  test('an event forged with a right hash of its own is noticed at the next one', () => {
    const log = story()
    const [first] = log
    if (!first) throw new Error('no event')
    const forged = nextEvent({ log: [first], state: 'received' }, event({ to: 'refused' }))
    expect(brokenEvent([first, forged, ...log.slice(2)])).toBe(3)
  })
})

describe('erasing what was said (个人信息保护法)', () => {
  test('of any events keeps the chain whole', () => {
    holds(
      fc.property(fc.subarray([0, 1, 2, 3]), (erased) => {
        const log = story().map((entry, at) =>
          erased.includes(at) ? { ...entry, said: null } : entry,
        )
        expect(brokenEvent(log)).toBeNull()
      }),
      30,
    )
  })

  test('leaves neither the words nor the name behind', () => {
    const rest = JSON.stringify(story().map((entry) => ({ ...entry, said: null })))
    for (const personal of ['覃大旺', '民政办', '临时救助', '水淹', '500元']) {
      expect(rest).not.toContain(personal)
    }
  })

  test('leaves nothing to guess by: the same words leave a different trace each time', () => {
    const traces = Array.from({ length: 20 }, () => nextEvent(null, event()).commitment)
    expect(new Set(traces).size).toBe(20)
  })

  test('does not hide that something else was changed', () => {
    const log = changed(story(), 2, { said: null, to: 'refused' })
    expect(brokenEvent(log)).toBe(3)
  })
})
