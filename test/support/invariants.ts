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
  const messages = await admin.find<Message>('messages', {})
  const failed = messages.filter(({ delivery }) => delivery === 'failed')
  return [
    ...seatViolations(slots),
    ...personViolations(slots),
    ...claimViolations(slots, claims),
    ...caseViolations(cases),
    ...toldTwice(messages),
    ...failed.map(({ title }) => `WeChat found our message wrong: ${title}`),
  ]
}

function* seatViolations(slots: readonly Slot[]): Generator<string> {
  for (const slot of slots) {
    const { _id, capacity, remaining, seats, past, issued, out, waiting = [], waiters = 0 } = slot
    if (seats.length + remaining !== capacity) yield `${_id}: seats + free ≠ capacity`
    if (remaining < 0) yield `${_id}: oversold`
    if (new Set(seats.map(({ who }) => who)).size !== seats.length) yield `${_id}: a person twice`
    if (new Set(seats.map(({ no }) => no)).size !== seats.length) yield `${_id}: a number twice`
    if (waiting.length !== waiters) yield `${_id}: ${String(waiters)} waiters ≠ waiting`
    if (seats.some(({ moving }) => moving)) yield `${_id}: a move is stuck`
    const given = [...seats, ...past, ...waiting].map(({ id }) => id).sort()
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

/** One number per person and half day; who waits has none yet. */
function* personViolations(slots: readonly Slot[]): Generator<string> {
  const held = slots.flatMap(({ date, start, seats }) =>
    seats.map(({ who }) => `${who} ${date} ${start < '12:00' ? '上午' : '下午'}`),
  )
  if (new Set(held).size !== held.length) yield 'a person has two numbers in one half day'
}

/** The same news of the same matter comes once. */
function* toldTwice(messages: readonly Message[]): Generator<string> {
  const seen = new Set<string>()
  for (const { to, title, target } of messages) {
    const news = `${title} ${target}`
    if (ONCE.has(title) && seen.has(to + news)) yield `told twice: ${news}`
    seen.add(to + news)
  }
}

const ONCE = new Set(['约好了', '号取消了', '时间改好了', '有空号了，给您留着', '明天有您的号'])

function* claimViolations(slots: readonly Slot[], claims: readonly Claim[]): Generator<string> {
  const seats = new Set(slots.flatMap((slot) => slot.seats.map(({ id }) => id)))
  const claimed = claims.map(({ seatId }) => seatId)
  for (const id of claimed) if (!seats.has(id)) yield `a claim without a seat: ${id}`
  for (const id of seats) if (!claimed.includes(id)) yield `a seat without a claim: ${id}`
}

export function* caseViolations(cases: readonly CaseDocument[]): Generator<string> {
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
