/**
 * What one matter adds to the figures of which day. Every figure is read from the matter's events,
 * so that anybody can count again and must come to the same.
 */
import { workdaysBetween } from '../calendar'
import type { WorkCalendar } from '../calendar'
import { deadlineClock, deemedFrom } from '../deadline'
import type { DeadlineFacts } from '../deadline'
import type { RatingLevel } from '../rating'
import type { Figures } from './figures'
import { businessDate } from '../../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../../miniprogram/shared/dates'

interface Rated {
  readonly level: RatingLevel
  readonly at: Date
}

interface CountedEvent {
  readonly at: Date
  readonly action: string
  /** Account of who did it. */
  readonly by: string
}

/** What the count needs to know of a matter: no person, no text. */
export interface CountedCase extends DeadlineFacts {
  readonly state: string
  readonly unit: string
  readonly villageId: string
  readonly itemCode: string
  readonly agentId: string | null
  readonly mode: string
  readonly ownerId: string | null
  readonly via: string
  readonly delivery: { readonly how: string } | null
  readonly rating: Rated | null
  readonly rerating?: Rated
  readonly log: readonly CountedEvent[]
}

/** A part of the figures of one day, unit and village. */
export interface Part {
  readonly day: BusinessDate
  readonly unit: string
  readonly villageId: string
  readonly figures: Partial<Figures>
}

/** 受理 */
const ACCEPTS: readonly string[] = ['accept', 'acceptConditionally', 'deemAccept', 'serveNow']
/** 办结 */
const COMPLETES: readonly string[] = ['complete', 'serveNow']
/** What the villager sees as an answer, or their own wish to end it. */
const ANSWERS: readonly string[] = ['decide', 'serveNow', 'refuse', 'complete', 'withdraw']

/**
 * The parts of one matter, as things stood at `asOf`: what happened later does not count, so that a
 * bulletin drawn up late says the same as one drawn up in time.
 */
export function countCase(doc: CountedCase, asOf: Date, calendar: WorkCalendar): Part[] {
  const log = doc.log.filter(({ at }) => at < asOf)
  const parts: Part[] = []
  const add = (at: Date, figures: Partial<Figures>) => {
    parts.push({ day: businessDate(at), unit: doc.unit, villageId: doc.villageId, figures })
  }
  const [handedIn] = log
  if (handedIn) add(handedIn.at, { received: 1 })
  const answer = log.find(({ action }) => ANSWERS.includes(action))
  if (answer) add(answer.at, { answered: 1 })
  const accepted = acceptanceOf(doc, calendar)
  if (accepted && accepted < asOf) {
    const isProxy = doc.agentId !== null || doc.mode === 'proxy'
    add(accepted, { accepted: 1, proxy: isProxy ? 1 : 0 })
  }
  const completed = standingCompletion(log)
  if (completed) add(completed.at, { completed: 1, ...timesOf(doc, calendar) })
  log
    .filter(({ action }) => action === 'notifySupplement')
    .forEach(({ at }, index) => {
      add(at, { supplements: 1, secondNotices: index > 0 ? 1 : 0 })
    })
  if (doc.rating && doc.rating.at < asOf) {
    add(doc.rating.at, { [`level${String(doc.rating.level)}`]: 1 })
    if (doc.rerating && doc.rerating.at < asOf) {
      const reratedBetter = doc.rerating.level > doc.rating.level ? 1 : 0
      add(doc.rerating.at, { rerated: 1, reratedBetter })
    }
  }
  for (const { at, figures } of legworkOf(doc, log)) add(at, figures)
  return parts
}

/**
 * When it was accepted. 视为受理 belongs to the moment at which it was due: the timer may have come
 * days later, or not yet.
 */
function acceptanceOf(
  { log, state, receivedOn }: CountedCase,
  calendar: WorkCalendar,
): Date | null {
  const accepted = log.find(({ action }) => ACCEPTS.includes(action))
  if (accepted && accepted.action !== 'deemAccept') return accepted.at
  const waits = state === 'received' && !log.some(({ action }) => action === 'notifySupplement')
  const [handedIn] = log
  if (!handedIn || !(accepted || waits)) return null
  const due = deemedFrom(receivedOn, calendar)
  // 纸条补录: on the day it was written down the time may have been over.
  const deemed = due > handedIn.at ? due : handedIn.at
  return accepted && accepted.at < deemed ? accepted.at : deemed
}

/** Carried to the township by the agent; handed on to the county. */
const ERRANDS: readonly string[] = ['carry', 'forward']

/** 跑了几趟: who went for this matter, the villager or somebody for them. Nothing is estimated. */
function legworkOf(
  { ownerId, agentId, via, delivery }: CountedCase,
  log: CountedCase['log'],
): { at: Date; figures: Partial<Figures> }[] {
  const [handedIn] = log
  const trip = (at: Date) => ({ at, figures: { trips: 1 } })
  const errand = (at: Date) => ({ at, figures: { errands: 1 } })
  // Reopened and delivered again: only how it was delivered last is known.
  const delivered = lastOf(log, ['deliver'])
  return [
    ...(handedIn && (handedIn.action === 'intake' || via === 'slip') ? [trip(handedIn.at)] : []),
    ...log
      // Taken by somebody at a counter: neither photographed at home nor brought by the agent.
      .filter(({ action, by }) => action === 'supplement' && by !== ownerId && by !== agentId)
      .map(({ at }) => trip(at)),
    ...log.filter(({ action }) => ERRANDS.includes(action)).map(({ at }) => errand(at)),
    ...(delivered && delivery?.how === 'pickup' ? [trip(delivered.at)] : []),
    ...(delivered && BROUGHT_HOME.includes(delivery?.how ?? '') ? [errand(delivered.at)] : []),
  ]
}

const BROUGHT_HOME: readonly string[] = ['cadre', 'agent']

const lastOf = (log: CountedCase['log'], actions: readonly string[]) =>
  [...log].reverse().find(({ action }) => actions.includes(action))

/** The completion that still stands: one that was reopened later is none. */
function standingCompletion(log: CountedCase['log']): CountedCase['log'][number] | undefined {
  const last = lastOf(log, [...COMPLETES, 'reopen'])
  return last?.action === 'reopen' ? undefined : last
}

/** Days it took, against the commitment and in all. */
function timesOf(doc: CountedCase, calendar: WorkCalendar): Partial<Figures> {
  const decidedOn = doc.decidedOn ?? doc.receivedOn
  const { due, counted } = deadlineClock(doc, decidedOn, calendar)
  return {
    onTime: decidedOn <= due ? 1 : 0,
    handleDays: counted,
    commitDays: doc.commitDays,
    totalDays: workdaysBetween(doc.receivedOn, decidedOn, calendar),
  }
}

/** 事事有答复: handed in before `asOf`, and at that moment without an answer. */
export function isUnanswered(doc: CountedCase, asOf: Date): boolean {
  const log = doc.log.filter(({ at }) => at < asOf)
  if (log.length === 0) return false
  const last = lastOf(log, [...ANSWERS, 'reopen'])
  return last === undefined || last.action === 'reopen'
}
