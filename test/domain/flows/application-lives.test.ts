/**
 * Random lives of applications through the actions themselves: whoever may do something does
 * something, days pass, the timer comes or comes late, WeChat is busy. Whatever happens: one answers
 * for it, nothing ends in silence, the clock is right, the past is not rewritten, and those are told
 * whom the table names. Through the SDK and the wire: `test/functions/histories.test.ts`.
 */
import { wechat } from '../support/without-cloud'
import { beforeAll, describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { loadSeed } from '../../../seed/load'
import type { Seed } from '../../../seed/load'
import { caseViolations } from '../../support/invariants'
import {
  AGENT,
  CADRE,
  HEAD,
  OTHER_CADRE,
  OTHER_WINDOW,
  TUESDAY,
  VILLAGER,
} from '../../support/people'
import { CaseLife } from '../support/case-life'
import type { Try } from '../support/case-life'
import { brokenPromises } from '../support/case-promises'
import { setKeys } from '../support/keys'
import { takeUpdates } from '../support/memory-database'
import { SEED_DIRECTORY } from '../support/township'

const LIVES = 1000
const STEPS = 12

/** Direct, carried to the county, and joint. */
const CODES = ['MZ-05', 'MZ-01', 'CJ-01']

let seed: Seed

beforeAll(() => {
  setKeys()
  seed = loadSeed(SEED_DIRECTORY)
  jest.spyOn(console, 'info').mockImplementation(() => undefined)
})

const tries = fc.array(
  fc.record({
    who: fc.nat(1000),
    what: fc.nat(1000),
    unit: fc.nat(1000),
    hours: fc.constantFrom(0, 0, 0, 1, 3, 24, 72, 24 * 15),
    timer: fc.boolean(),
  }),
  { maxLength: STEPS, minLength: STEPS },
)
const outcomes = fc.array(fc.constantFrom('sent', 'refused', 'busy', 'unknown'), { maxLength: 10 })

test(`${String(LIVES)} lives of an application keep the promises`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...CODES),
      fc.constantFrom(VILLAGER, AGENT),
      tries,
      outcomes,
      async (code, owner, attempts, answers) => {
        wechat.splice(0, wechat.length, ...answers)
        const life = new CaseLife(seed, owner, TUESDAY)
        const broken = await lived(life, code, attempts)
        if (broken.length > 0) throw new Error([...life.told, '', ...broken].join('\n'))
      },
    ),
    { numRuns: LIVES, seed: 20261126 },
  )
}, 240_000)

/** What the server may answer to what it offered: the sample cannot know everything. */
const ANSWERS = ['OK', 'INVALID_INPUT', 'RATE_LIMITED']
/** More looks of the timer at one moment than any matter has things due. */
const MOST_TICKS = 12

/** Lives it; what went wrong, in words, up to the first step that breaks a promise. */
async function lived(life: CaseLife, code: string, attempts: readonly Try[]): Promise<string[]> {
  await life.handIn(code)
  for (const attempt of attempts) {
    life.pass(attempt.hours)
    const broken = [
      ...(attempt.timer ? await ticked(life) : []),
      ...(await checked(life, async () => {
        const answer = await life.attempt(attempt)
        return answer === null || ANSWERS.includes(answer) ? [] : [`offered, and then ${answer}`]
      })),
    ]
    if (broken.length > 0) return broken
  }
  wechat.length = 0
  life.pass(48)
  // What falls due at night goes out in the morning.
  for (let halfDays = 0; halfDays < 6; halfDays++) {
    const broken = await ticked(life)
    if (broken.length > 0) return broken
    if (life.doc.out.length === 0) break
    life.pass(12)
  }
  return [...caseViolations([life.doc])]
}

/** The timer looks until nothing is due. */
async function ticked(life: CaseLife): Promise<string[]> {
  for (let n = 0; n < MOST_TICKS; n++) {
    let again = false
    const broken = await checked(life, async () => {
      again = await life.tick()
      return []
    })
    if (broken.length > 0 || !again) return broken
  }
  return ['the timer finds no end']
}

async function checked(life: CaseLife, step: () => Promise<string[]>): Promise<string[]> {
  const before = life.doc
  const broken = await step()
  if (life.doc === before) return broken
  return [...broken, ...brokenPromises(before, life.doc, takeUpdates('cases'), life)]
}

describe('what random lives have found', () => {
  const begun = async (code = 'MZ-05'): Promise<CaseLife> => {
    const life = new CaseLife(seed, VILLAGER, TUESDAY)
    await life.handIn(code)
    return life
  }

  test('whoever takes a matter over from another department has opened it', async () => {
    const life = await begun()
    await life.act(CADRE, 'requestTransfer', { toUnit: 'yb' })
    expect(await life.act(OTHER_CADRE, 'answerTransfer')).toBe('OK')
    expect(life.doc.signedAt).toEqual(life.now)
    expect(life.doc.firstReceiver?.account).toBe(life.doc.holder?.account)
    life.pass(24)
    await ticked(life)
    expect(life.doc.log.map(({ action }) => action)).not.toContain('escalate')
  })

  test('a conflict of interest stays one when another department asks the same window', async () => {
    const life = await begun()
    await life.act(HEAD, 'assign', { toUnit: 'yb' })
    expect(await life.act(OTHER_WINDOW, 'declareConflict')).toBe('OK')
    await life.act(HEAD, 'assign', { toUnit: 'mz' })
    await life.act(CADRE, 'requestTransfer', { toUnit: 'yb' })
    expect(await life.act(OTHER_WINDOW, 'answerTransfer')).toBe('FORBIDDEN')
    expect(await life.act(OTHER_CADRE, 'answerTransfer')).toBe('OK')
  })

  test('two reminders of one moment are two events', async () => {
    const life = await begun()
    await life.act(CADRE, 'accept')
    const expectedOn = '2026-12-03'
    await life.act(CADRE, 'forward', { expectedOn })
    await life.act(CADRE, 'forward', { expectedOn })
    life.pass(24 * 10)
    await ticked(life)
    const reminders = life.doc.log.filter(({ action }) => action === 'remind')
    expect(new Set(reminders.map(({ key }) => key)).size).toBe(2)
  })

  test('withdrawn while its time stood still, it stands still no more', async () => {
    const life = await begun()
    await life.act(CADRE, 'accept')
    await life.act(CADRE, 'suspend')
    expect(life.doc.pauses.map(({ until }) => until)).toEqual([null])
    expect(await life.act(VILLAGER, 'withdraw')).toBe('OK')
    expect(life.doc.pauses.map(({ until }) => until)).toEqual([life.doc.endedOn])
  })

  test('a department that has said its opinion is not asked for it again', async () => {
    const life = await begun('CJ-01')
    await life.act('demo-cadre-cj', 'accept')
    expect(life.offered('demo-cadre-cj')).toContain('branchDecide')
    expect(await life.act('demo-cadre-cj', 'branchDecide')).toBe('OK')
    expect(life.offered('demo-cadre-cj')).not.toContain('branchDecide')
    expect(life.offered('demo-cadre-gt')).toContain('branchDecide')
  })

  test('what is decided waits on nobody else’s list, and again on it when it is reopened', async () => {
    const life = await begun()
    await life.act(CADRE, 'accept')
    await life.act(CADRE, 'requestExtension')
    await life.act(CADRE, 'requestTransfer', { toUnit: 'yb' })
    expect(life.doc.desks).toEqual(['mz', 'yb', 'head'])
    await life.act(CADRE, 'decide')
    expect(life.doc.desks).toEqual(['mz'])
    await life.act(CADRE, 'complete')
    await life.act(VILLAGER, 'reopen')
    expect(life.doc.desks).toEqual(['mz', 'yb', 'head'])
  })
})
