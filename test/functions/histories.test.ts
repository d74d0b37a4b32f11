/**
 * Random lives of applications through the SDK: whoever may do something does something, days pass
 * in between. Whatever happens: one answers for it, nothing ends in silence, the past is not
 * rewritten. A thousand of them, in memory: `test/domain/flows/application-lives.test.ts`.
 */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { CaseDocument } from '../../cloudfunctions/core/store/documents/case'
import type { Output } from '../../typings/wire'
import { businessDate } from '../../miniprogram/shared/dates'
import { Admin } from '../support/admin'
import { CASE_SAMPLES, fittingNow } from '../support/case-samples'
import { violations } from '../support/invariants'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { AGENT, HEAD, LEADER, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { APPLICANT } from '../support/steps'

/** Direct, carried to the county, and joint; with the departments that could have a say. */
const KINDS = [
  { code: 'MZ-05', staff: ['demo-cadre-mz', 'demo-cadre-yb'] },
  { code: 'MZ-01', staff: ['demo-cadre-mz', 'demo-cadre-yb'] },
  { code: 'CJ-01', staff: ['demo-cadre-cj', 'demo-cadre-gt', 'demo-cadre-ny', 'demo-cadre-yb'] },
]

const HISTORIES = process.env.FULL ? 200 : 5
const STEPS = 14

let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  cloud = await startLocalCloud({ now: TUESDAY })
  admin = new Admin(cloud)
})
afterAll(() => cloud.stop())

const read = (id: string) => admin.one<CaseDocument>('cases', { _id: id })

test(
  'every history keeps the promises',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...KINDS),
        fc.constantFrom(VILLAGER, AGENT),
        fc.array(
          fc.record({ who: fc.nat(), what: fc.nat(), days: fc.constantFrom(0, 0, 0, 0, 3) }),
          {
            minLength: STEPS,
            maxLength: STEPS,
          },
        ),
        async ({ code, staff }, owner, choices) => {
          const { case: receipt } = await cloud.ok<Output<'case', 'submit'>>(owner, 'case.submit', {
            code,
            requestId: newRequest(),
            applicant: APPLICANT,
            materials: [],
          })
          const actors = [owner, ...staff, LEADER, HEAD]
          let before = await read(receipt.id)
          for (const { who, what, days } of choices) {
            if (days > 0) await cloud.clock(`${String(days)}d`)
            await randomStep(before, actors[who % actors.length] ?? owner, what)
            const after = await read(receipt.id)
            checkStep(before, after)
            before = after
          }
        },
      ),
      { numRuns: HISTORIES, seed: 20261124, endOnFailure: true },
    )
    await cloud.clock('1d')
    await cloud.tick()
    expect((await violations(admin)).filter((line) => !line.startsWith('WeChat'))).toEqual([])
  },
  process.env.FULL ? 3_600_000 : 240_000,
)

/** One of the steps that the server itself offers this person, with a fitting input. */
async function randomStep(before: CaseDocument, openid: string, what: number): Promise<void> {
  const id = before._id
  const answer = await cloud.call<Output<'case', 'detail'>>(openid, 'case.detail', { id })
  if (!answer.ok) return
  const { case: seen } = answer.data
  const action = seen.allowed[what % Math.max(seen.allowed.length, 1)]
  if (!action) return
  const sample = CASE_SAMPLES[`case.${action}`]
  const content = {
    ...sample?.input({ caseId: id }),
    ...fittingNow(before, action, businessDate(await cloud.clock())),
  }
  const done = await cloud.call(openid, `case.${action}`, content)
  // What is offered works, but for what the sample cannot know (a paper, a second opinion).
  if (!done.ok)
    expect(['INVALID_INPUT', 'RATE_LIMITED', 'NOT_FOUND', 'FORBIDDEN']).toContain(done.error.code)
}

function checkStep(before: CaseDocument, after: CaseDocument): void {
  // Append-only: what was said stays said.
  expect(after.log.slice(0, before.log.length)).toEqual(before.log)
  // Exactly one answers for it: the unit, in person whoever took it over.
  expect(after.desks[0]).toBe(after.unit)
  expect(after.open).toBe(!['completed', 'refused', 'withdrawn'].includes(after.state))
  if (['decided', 'delivered', 'completed', 'refused'].includes(after.state)) {
    expect(after.reply?.text.trim()).not.toBe('')
    expect(after.reply).not.toBeNull()
  }
  if (after.firstReceiver === null) expect(before.firstReceiver).toBeNull()
  // Time: accepted before decided, no two running pauses, one extension at most.
  if (after.acceptedOn && after.decidedOn) expect(after.acceptedOn <= after.decidedOn).toBe(true)
  expect(after.pauses.filter(({ until }) => until === null).length).toBeLessThanOrEqual(
    after.state === 'suspended' ? 1 : 0,
  )
  if (before.extension?.state === 'granted') expect(after.extension).toEqual(before.extension)
  expect(after.log.filter(({ action }) => action === 'deemAccept').length).toBeLessThanOrEqual(1)
}
