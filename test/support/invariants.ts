/** What must hold in the database whatever happened before, once the next tick is over. */
import { brokenEvent } from '../../cloudfunctions/core/store/events'
import type { CaseDocument } from '../../cloudfunctions/core/store/documents/case'
import type { Message } from '../../cloudfunctions/core/store/documents/message'
import type { Claim, Slot } from '../../cloudfunctions/core/store/documents/slot'
import type { Admin } from './admin'

/** Every violation in words; empty when all is well. */
export async function violations(admin: Admin): Promise<string[]> {
  const slots = await admin.find<Slot>('slots', { 'issued.0': { $exists: true } })
  const claims = await admin.find<Claim>('claims', {})
  const cases = await admin.find<CaseDocument>('cases', {})
  const failed = await admin.find<Message>('messages', { delivery: 'failed' })
  return [
    ...seatViolations(slots),
    ...claimViolations(slots, claims),
    ...caseViolations(cases),
    ...failed.map(({ title }) => `WeChat found our message wrong: ${title}`),
  ]
}

function* seatViolations(slots: readonly Slot[]): Generator<string> {
  for (const slot of slots) {
    const { _id, capacity, remaining, seats, past, issued, out } = slot
    if (seats.length + remaining !== capacity) yield `${_id}: seats + free ≠ capacity`
    if (remaining < 0) yield `${_id}: oversold`
    if (new Set(seats.map(({ who }) => who)).size !== seats.length) yield `${_id}: a person twice`
    if (new Set(seats.map(({ no }) => no)).size !== seats.length) yield `${_id}: a number twice`
    const given = [...seats, ...past].map(({ id }) => id).sort()
    if (
      given.join() !==
      issued
        .map(({ id }) => id)
        .sort()
        .join()
    )
      yield `${_id}: issued ≠ seats`
    if (out.length > 0) yield `${_id}: a notice is stuck`
  }
}

function* claimViolations(slots: readonly Slot[], claims: readonly Claim[]): Generator<string> {
  const seats = new Set(slots.flatMap((slot) => slot.seats.map(({ id }) => id)))
  const claimed = claims.map(({ seatId }) => seatId)
  for (const id of claimed) if (!seats.has(id)) yield `a claim without a seat: ${id}`
  for (const id of seats) if (!claimed.includes(id)) yield `a seat without a claim: ${id}`
}

function* caseViolations(cases: readonly CaseDocument[]): Generator<string> {
  if (new Set(cases.map(({ number }) => number)).size !== cases.length) yield 'a number twice'
  for (const { number, log, v, out, state } of cases) {
    const broken = brokenEvent(log)
    if (broken !== null) yield `${number}: event ${String(broken)} does not fit the chain`
    if (log.length !== v) yield `${number}: ${String(log.length)} events, version ${String(v)}`
    if (log.at(-1)?.to !== state) yield `${number}: state ${state} is not what the log says`
    if (new Set(log.map(({ key }) => key)).size !== log.length) yield `${number}: a request twice`
    if (out.length > 0) yield `${number}: a notice is stuck`
  }
}
