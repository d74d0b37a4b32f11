import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { countCase, isUnanswered } from '../../cloudfunctions/core/domain/bulletin/count'
import type { CountedCase } from '../../cloudfunctions/core/domain/bulletin/count'
import {
  FIGURE_KEYS,
  figuresOf,
  ratesOf,
  ratingIndicators,
  withoutTelling,
} from '../../cloudfunctions/core/domain/bulletin/figures'
import type { Figures } from '../../cloudfunctions/core/domain/bulletin/figures'
import { countFollowUp } from '../../cloudfunctions/core/domain/bulletin/follow-up'
import type { FollowUpLog } from '../../cloudfunctions/core/domain/bulletin/follow-up'
import { addMonths, lastDay, lastFinished } from '../../cloudfunctions/core/domain/bulletin/month'
import { tallyDay } from '../../cloudfunctions/core/domain/bulletin/queue-day'
import { addSums, sumParts, tableOf } from '../../cloudfunctions/core/domain/bulletin/table'
import { draftText } from '../../cloudfunctions/core/domain/bulletin/text'
import { holds } from './support/holds'
import { townshipCalendar } from './support/township'

const calendar = townshipCalendar()
const at = (day: string, time = '10:00') => new Date(`${day}T${time}:00+08:00`)
const DECEMBER = at('2026-12-01', '00:00')

const did = (day: string, action: string, by = 'cadre') => ({ at: at(day), action, by })

const matter = (change: Partial<CountedCase> = {}): CountedCase => ({
  state: 'completed',
  unit: 'mz',
  villageId: 'v01',
  itemCode: 'MZ-05',
  agentId: null,
  mode: 'direct',
  commitDays: 10,
  receivedOn: '2026-11-02',
  acceptedOn: '2026-11-03',
  decidedOn: '2026-11-12',
  ownerId: 'villager',
  via: 'phone',
  delivery: null,
  rating: null,
  log: [
    did('2026-11-02', 'submit'),
    did('2026-11-03', 'accept'),
    did('2026-11-12', 'decide'),
    did('2026-11-13', 'complete'),
  ],
  ...change,
})

const total = (doc: CountedCase, asOf = DECEMBER) =>
  Object.assign({}, ...countCase(doc, asOf, calendar).map(({ figures }) => figures)) as object

describe('what a matter adds to which day', () => {
  test('acceptance and completion, each on its own day', () => {
    const parts = countCase(matter(), DECEMBER, calendar)
    expect(parts.map(({ day, figures }) => [day, figures])).toEqual([
      ['2026-11-02', { received: 1 }],
      ['2026-11-12', { answered: 1 }],
      ['2026-11-03', { accepted: 1, proxy: 0 }],
      ['2026-11-13', { completed: 1, onTime: 1, handleDays: 7, commitDays: 10, totalDays: 8 }],
    ])
  })

  test.each([
    ['by an agent', { agentId: 'a' }, 1],
    ['carried to the county', { mode: 'proxy' }, 1],
    ['by oneself in the township', {}, 0],
  ])('handed in %s counts as 代办: %j', (_what, change, proxy) => {
    expect(total(matter(change))).toMatchObject({ proxy })
  })

  test('decided after the due day is not on time', () => {
    expect(total(matter({ commitDays: 6 }))).toMatchObject({ completed: 1, onTime: 0 })
  })

  test('what happens after the end of the month does not count into it', () => {
    const middle = at('2026-11-12', '12:00')
    expect(total(matter(), middle)).toEqual({ received: 1, answered: 1, accepted: 1, proxy: 0 })
  })

  test('a completion that was opened again is none; completed again it counts once', () => {
    const { log } = matter()
    const reopened = [...log, did('2026-11-16', 'reopen')]
    expect(total(matter({ log: reopened }))).not.toHaveProperty('completed')
    const again = [...reopened, did('2026-11-20', 'complete')]
    const parts = countCase(matter({ log: again }), DECEMBER, calendar)
    expect(parts.filter(({ figures }) => figures.completed).map(({ day }) => day)).toEqual([
      '2026-11-20',
    ])
  })

  test('the second notice of what is missing is counted as such', () => {
    const notices = ['2026-11-03', '2026-11-05'].map((day) => did(day, 'notifySupplement'))
    const parts = countCase(matter({ log: notices }), DECEMBER, calendar)
    expect(parts.slice(1).map(({ day, figures }) => [day, figures])).toEqual([
      ['2026-11-03', { supplements: 1, secondNotices: 0 }],
      ['2026-11-05', { supplements: 1, secondNotices: 1 }],
    ])
  })

  test('served at once is accepted, completed and answered in one', () => {
    const log = [did('2026-11-02', 'serveNow')]
    const doc = matter({ log, commitDays: 0, acceptedOn: '2026-11-02', decidedOn: '2026-11-02' })
    expect(total(doc)).toMatchObject({ accepted: 1, completed: 1, onTime: 1, handleDays: 0 })
    expect(isUnanswered(doc, DECEMBER)).toBe(false)
  })

  // Received on Friday the 20th: five working days are over when the 27th is.
  test.each<[string, Partial<CountedCase>, string | undefined]>([
    ['by a timer in time', { log: [did('2026-11-28', 'deemAccept')] }, '2026-11-28'],
    ['by a timer days late', { log: [did('2026-12-04', 'deemAccept')] }, '2026-11-28'],
    ['by no timer yet', { state: 'received', log: [did('2026-11-25', 'ask')] }, '2026-11-28'],
    [
      'not, because papers were asked for',
      { state: 'received', log: [did('2026-11-24', 'notifySupplement')] },
      undefined,
    ],
    ['not, because somebody accepted', { log: [did('2026-11-26', 'accept')] }, '2026-11-26'],
    [
      'not, because it was refused',
      { state: 'refused', log: [did('2026-11-26', 'refuse')] },
      undefined,
    ],
  ])('视为受理 %s counts on the day it was due', (_what, { log = [], ...change }, day) => {
    const doc = matter({
      ...change,
      receivedOn: '2026-11-20',
      acceptedOn: null,
      decidedOn: null,
      log: [did('2026-11-20', 'submit'), ...log],
    })
    const accepted = countCase(doc, DECEMBER, calendar).find(({ figures }) => figures.accepted)
    expect(accepted?.day).toBe(day)
  })

  test.each([
    ['before it came', at('2026-11-01'), false],
    ['while it is handled', at('2026-11-11'), true],
    ['once decided', at('2026-11-12', '11:00'), false],
  ])('事事有答复: %s', (_what, asOf, unanswered) => {
    expect(isUnanswered(matter(), asOf)).toBe(unanswered)
  })
})

describe('who went for a matter', () => {
  const legwork = (change: Partial<CountedCase>) => {
    const parts = countCase(matter(change), DECEMBER, calendar)
    return parts
      .filter(({ figures }) => figures.trips ?? figures.errands)
      .map(({ day, figures }) => [day, figures])
  }
  const delivered = [did('2026-11-02', 'submit'), did('2026-11-13', 'deliver')]

  test.each<[string, Partial<CountedCase>, unknown]>([
    ['handed in on the phone: nobody', { log: [did('2026-11-02', 'submit')] }, []],
    [
      'handed in at the window: the villager',
      { log: [did('2026-11-02', 'intake')], ownerId: null },
      [['2026-11-02', { trips: 1 }]],
    ],
    [
      'a paper slip: the villager',
      { log: [did('2026-11-02', 'submit')], via: 'slip' },
      [['2026-11-02', { trips: 1 }]],
    ],
    [
      'papers brought to the counter: the villager',
      { log: [did('2026-11-02', 'submit'), did('2026-11-04', 'supplement')] },
      [['2026-11-04', { trips: 1 }]],
    ],
    [
      'papers photographed at home: nobody',
      { log: [did('2026-11-02', 'submit'), did('2026-11-04', 'supplement', 'villager')] },
      [],
    ],
    [
      'papers brought by the agent: not the villager',
      {
        agentId: 'agent',
        log: [did('2026-11-02', 'submit'), did('2026-11-04', 'supplement', 'agent')],
      },
      [],
    ],
    [
      'carried to the township and handed on to the county: somebody for them',
      {
        log: [
          did('2026-11-02', 'submit'),
          did('2026-11-04', 'carry'),
          did('2026-11-05', 'forward'),
        ],
      },
      [
        ['2026-11-04', { errands: 1 }],
        ['2026-11-05', { errands: 1 }],
      ],
    ],
    ['fetched', { log: delivered, delivery: { how: 'pickup' } }, [['2026-11-13', { trips: 1 }]]],
    [
      'brought home',
      { log: delivered, delivery: { how: 'agent' } },
      [['2026-11-13', { errands: 1 }]],
    ],
    ['by post: nobody', { log: delivered, delivery: { how: 'post' } }, []],
  ])('%s', (_what, change, expected) => {
    expect(legwork(change)).toEqual(expected)
  })
})

describe('a second rating after rectification', () => {
  const rated = (level: 1 | 2 | 5) => ({
    rating: { level: 2 as const, at: at('2026-11-16') },
    rerating: { level, at: at('2026-11-20') },
  })

  test.each([
    [5, 1],
    [2, 0],
    [1, 0],
  ] as const)('2, then %i: counted beside the first, better %i', (level, better) => {
    expect(total(matter(rated(level)))).toMatchObject({
      level2: 1,
      rerated: 1,
      reratedBetter: better,
    })
  })

  test('does not count before it was given', () => {
    expect(total(matter(rated(5)), at('2026-11-18'))).not.toHaveProperty('rerated')
  })
})

describe('the follow-up of a bad rating', () => {
  const bad = { unit: 'mz', villageId: 'v01', at: at('2026-11-05') }
  const called = (day: string, to: string) => ({ at: at(day), action: 'contact', to })
  const figures = (log: FollowUpLog) =>
    countFollowUp(bad, log, calendar).map(({ day, figures: some }) => [day, some])

  test.each<[string, FollowUpLog, number, number]>([
    ['nobody did anything', [], 0, 0],
    ['called the next working day, nothing to put right', [called('2026-11-06', 'closed')], 1, 1],
    ['called, not reached', [called('2026-11-06', 'to_contact')], 0, 0],
    ['called a working day late', [called('2026-11-09', 'to_rectify')], 0, 0],
    [
      'put right on the fifteenth day',
      [
        called('2026-11-06', 'to_rectify'),
        { at: at('2026-11-26'), action: 'rectify', to: 'to_revisit' },
      ],
      1,
      1,
    ],
    [
      'put right a day late, after it went to the leader',
      [
        called('2026-11-06', 'to_rectify'),
        { at: at('2026-11-27', '00:10'), action: 'escalate', to: 'escalated' },
        { at: at('2026-11-27'), action: 'rectify', to: 'to_revisit' },
      ],
      1,
      0,
    ],
    [
      'found not to hold',
      [{ at: at('2026-11-10'), action: 'judgeAppeal', to: 'disregarded' }],
      0,
      1,
    ],
  ])('%s', (_what, log, contacted, rectified) => {
    expect(figures(log)).toEqual([
      ['2026-11-06', { contactDue: 1, contacted }],
      ['2026-11-26', { rectifyDue: 1, rectified }],
    ])
  })

  test('is never more than what was due, and cannot be made undone by what comes later', () => {
    const event = fc.record({
      at: fc.date({ min: at('2026-11-05'), max: at('2026-12-31'), noInvalidDate: true }),
      action: fc.constantFrom('contact', 'rectify', 'revisit', 'escalate'),
      to: fc.constantFrom('to_contact', 'to_rectify', 'to_revisit', 'escalated', 'closed'),
    })
    holds(
      fc.property(fc.array(event), fc.array(event), (before, after) => {
        const all = (log: FollowUpLog) =>
          Object.assign({}, ...figures(log).map(([, some]) => some)) as Figures
        const [first, later] = [all(before), all([...before, ...after])]
        expect(first.contacted).toBeLessThanOrEqual(first.contactDue)
        expect(later.contacted).toBeGreaterThanOrEqual(first.contacted)
        expect(later.rectified).toBeGreaterThanOrEqual(first.rectified)
      }),
    )
  })
})

describe('who came on a day', () => {
  const entry = (no: number, codes: string[], units: string[]) => ({
    no,
    units,
    items: codes.map((code) => ({ code })),
  })

  test('booked people keep each of their matters; everybody is one person', () => {
    const entries = [
      entry(3, ['MZ-05', 'YB-01'], ['mz', 'yb']),
      entry(501, ['MZ-05'], ['mz']),
      entry(502, [], []),
    ]
    expect(tallyDay(entries)).toEqual({
      kept: { 'MZ-05': 1, 'YB-01': 1 },
      units: { mz: 2, '': 1 },
    })
  })
})

describe('what could be traced to a person', () => {
  test('levels, follow-ups, desk and second ratings each need five of their own', () => {
    const figures = figuresOf({
      accepted: 9,
      level5: 4,
      contactDue: 1,
      deskRated: 5,
      deskGood: 4,
      rerated: 1,
      reratedBetter: 1,
    })
    expect(withoutTelling(figures)).toMatchObject({ accepted: 9, deskRated: 5, deskGood: 4 })
    for (const key of ['level5', 'level1', 'contactDue', 'rerated', 'reratedBetter']) {
      expect(withoutTelling(figures)).not.toHaveProperty(key)
    }
  })
})

describe('months', () => {
  test.each([
    ['2026-12-01', '2026-11'],
    ['2026-11-30', '2026-10'],
    ['2027-01-15', '2026-12'],
  ])('on %s the last that is over is %s', (today, month) => {
    expect(lastFinished(today)).toBe(month)
  })

  test.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2026-12', '2026-12-31'],
  ])('%s ends on %s', (month, day) => {
    expect(lastDay(month)).toBe(day)
  })

  test('adding is undone by subtracting', () => {
    holds(
      fc.property(fc.integer({ min: 0, max: 400 }), (count) => {
        expect(addMonths(addMonths('2026-11', count), -count)).toBe('2026-11')
      }),
    )
  })
})

const someFigures = fc.record(
  Object.fromEntries(FIGURE_KEYS.map((key) => [key, fc.nat(30)])) as Record<
    (typeof FIGURE_KEYS)[number],
    fc.Arbitrary<number>
  >,
)
const parts = fc.array(
  fc.record({
    unit: fc.constantFrom('mz', 'yb', 'gone'),
    villageId: fc.constantFrom('v01', 'v02', 'hall'),
    figures: someFigures,
  }),
  { maxLength: 12 },
)
const DEPARTMENTS = [
  { id: 'yb', name: '医疗保障站' },
  { id: 'mz', name: '民政办' },
]
const VILLAGES = [
  { id: 'v02', name: '双溪村（示例）' },
  { id: 'v01', name: '羊子垭村' },
]

describe('the table', () => {
  test('both of its halves add up to the same total, and nothing is lost', () => {
    holds(
      fc.property(parts, (some) => {
        const table = tableOf(sumParts(some), DEPARTMENTS, VILLAGES)
        for (const key of FIGURE_KEYS) {
          const expected = some.reduce((sum, { figures }) => sum + figures[key], 0)
          const sum = (rows: typeof table.departments) =>
            rows.reduce((all, { figures }) => all + figures[key], 0)
          expect(sum(table.departments)).toBe(expected)
          expect(sum(table.villages)).toBe(expected)
          expect(table.total[key]).toBe(expected)
        }
      }),
    )
  })

  test('keeps the order of the township whatever the numbers are', () => {
    holds(
      fc.property(parts, (some) => {
        const { departments, villages } = tableOf(sumParts(some), DEPARTMENTS, VILLAGES)
        expect(departments.slice(0, 2).map(({ id }) => id)).toEqual(['yb', 'mz'])
        expect(villages.slice(0, 2).map(({ id }) => id)).toEqual(['v02', 'v01'])
      }),
    )
  })

  test('days can be added in any grouping', () => {
    holds(
      fc.property(parts, parts, (a, b) => {
        expect(addSums([sumParts(a), sumParts(b)])).toEqual(sumParts([...a, ...b]))
      }),
    )
  })
})

describe('what is worked out from the sums', () => {
  test('without completed matters there is no average', () => {
    expect(ratesOf(figuresOf())).toEqual({
      onTime: null,
      handleDays: null,
      commitDays: null,
      totalDays: null,
      few: true,
    })
  })

  test('unrated never counts as good, and four ratings are too few', () => {
    const four = ratingIndicators(figuresOf({ completed: 100, level5: 3, level1: 1 }))
    expect(four).toMatchObject({ rated: 4, bad: 1, ratedShare: 0.04, goodShare: 0.75, few: true })
    expect(ratingIndicators(figuresOf({ level5: 5 })).few).toBe(false)
  })

  test('shares lie between nothing and all', () => {
    holds(
      fc.property(someFigures, (figures) => {
        const { goodShare, badShare } = ratingIndicators(figures)
        if (goodShare === null || badShare === null) return
        expect(goodShare).toBeGreaterThanOrEqual(0)
        expect(goodShare + badShare).toBeCloseTo(1)
      }),
    )
  })
})

describe('the words', () => {
  const table = (figures: Partial<ReturnType<typeof figuresOf>>) =>
    tableOf(sumParts([{ unit: 'mz', villageId: 'v01', figures }]), DEPARTMENTS, VILLAGES)

  test('say what was done, and name no person', () => {
    const text = draftText(
      '2026-11',
      table({ accepted: 12, proxy: 4, completed: 8, onTime: 7, handleDays: 26, commitDays: 80 }),
    )
    expect(text.overall).toContain('2个部门、2个村便民服务室共受理群众事项12件，其中代办4件')
    expect(text.overall).toContain('按时率87.5%')
    expect(text.overall).toContain('平均3.3个工作日办好，承诺平均10个工作日')
    expect(text.supervision).toContain('超过承诺时间办结的1件')
  })

  test('name the departments that owe an answer, in fixed order', () => {
    expect(draftText('2026-11', table({ unanswered: 2 })).answers).toContain(
      '2件没有答复：民政办2件',
    )
    expect(draftText('2026-11', table({})).answers).toContain('件件有答复')
  })

  test('never hold a number that is none', () => {
    holds(
      fc.property(parts, (some) => {
        const text = draftText('2026-11', tableOf(sumParts(some), DEPARTMENTS, VILLAGES))
        expect(JSON.stringify(text)).not.toMatch(/NaN|undefined|null|Infinity/)
      }),
    )
  })
})
