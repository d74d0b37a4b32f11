/** What every step of an application must keep, whoever took it; each broken promise in words. */
import { isDeepStrictEqual } from 'node:util'
import { reckonedClock } from '../../../cloudfunctions/case/deadlines'
import { APPLICATION } from '../../../cloudfunctions/core/domain/flows/application'
import type { Audience } from '../../../cloudfunctions/core/domain/flows/flow'
import type { Update } from '../../../cloudfunctions/core/store/database'
import type { Account } from '../../../cloudfunctions/core/store/documents/account'
import type { CaseDocument } from '../../../cloudfunctions/core/store/documents/case'
import type { Notice, Recipient } from '../../../cloudfunctions/core/store/documents/matter'

/** The township as it is while the matter lives. */
export interface Around {
  readonly accounts: readonly Account[]
  readonly now: Date
}

/** @param updates what was written to the matter between the two */
export function* brokenPromises(
  before: CaseDocument,
  after: CaseDocument,
  updates: readonly Update[],
  around: Around,
): Generator<string> {
  yield* pastRewritten(before, after)
  yield* notOneResponsible(after, around.accounts)
  yield* endedInSilence(after)
  yield* wrongTime(before, after, around.now)
  for (const update of updates) yield* wrongNotices(after, update)
}

function* pastRewritten(before: CaseDocument, after: CaseDocument): Generator<string> {
  if (!isDeepStrictEqual(after.log.slice(0, before.log.length), before.log))
    yield 'an earlier event is not what it was'
  if (before.firstReceiver && after.firstReceiver?.account !== before.firstReceiver.account)
    yield 'another one has received it first'
  if (before.extension?.state === 'granted' && after.extension?.state !== 'granted')
    yield 'a granted extension is gone'
}

/** The unit, and in person at most one of it, who has not said that it is family. */
function* notOneResponsible(
  { unit, desks, holder, conflicts, signedAt, decidedOn }: CaseDocument,
  accounts: readonly Account[],
): Generator<string> {
  const units = new Set(accounts.flatMap(({ staff }) => staff?.units ?? []))
  if (!units.has(unit)) yield `nobody works at ${unit}`
  if (desks[0] !== unit) yield `it is on the desk of ${String(desks[0])}, not of ${unit}`
  if (new Set(desks).size !== desks.length) yield 'it is on a desk twice'
  if (decidedOn !== null && desks.length > 1) yield 'others are still asked about what is decided'
  if (!holder) return
  const person = accounts.find(({ _id }) => _id === holder.account)
  if (!person?.staff?.units.includes(unit)) yield `${holder.name} has it, but not at ${unit}`
  if (conflicts.includes(holder.account ?? '')) yield `${holder.name} has it in spite of a conflict`
  if (signedAt === null) yield `${holder.name} has it and has not opened it`
}

const FINAL: readonly string[] = APPLICATION.final
const ANSWERED: readonly string[] = ['decided', 'delivered', 'completed', 'refused']

function* endedInSilence({ state, open, reply, endedOn, originals }: CaseDocument) {
  if (open === FINAL.includes(state)) yield `${state} is ${open ? 'open' : 'closed'}`
  if (ANSWERED.includes(state) && !reply?.text.trim()) yield `${state} without a reply`
  if (FINAL.includes(state) !== (endedOn !== null)) yield `${state}, ended on ${String(endedOn)}`
  if (state === 'completed' && originals.some(({ returnedOn }) => returnedOn === null))
    yield 'completed with originals still here'
}

function* wrongTime(before: CaseDocument, after: CaseDocument, now: Date): Generator<string> {
  const { receivedOn, acceptedOn, decidedOn, reopenedOn, pauses, state } = after
  const clock = reckonedClock(after, now)
  if (clock.counted < 0 || clock.totalDays < 0) yield 'the clock is below zero'
  if (clock.due < clock.startOn) yield `due on ${clock.due}, before ${clock.startOn}`
  if (acceptedOn !== null && acceptedOn < receivedOn) yield 'accepted before it was received'
  if (decidedOn !== null && decidedOn < (reopenedOn ?? acceptedOn ?? receivedOn))
    yield 'decided before it began'
  if (after.warnAt > after.urgentAt) yield 'nearly due after it is due'
  const running = pauses.filter(({ until }) => until === null)
  if (running.length !== (state === 'suspended' ? 1 : 0))
    yield `${String(running.length)} pauses run while it is ${state}`
  if (pauses.some(({ from, until }) => until !== null && until < from))
    yield 'a pause ends before it begins'
  const stands = ['decided', 'delivered', 'suspended'].includes(state) && state === before.state
  if (stands && clock.counted > reckonedClock(before, now).counted)
    yield 'a clock that stands has moved'
}

/** Whom each audience of the table means, of this matter. */
const PEOPLE: Readonly<Record<Audience, (doc: CaseDocument) => Recipient[]>> = {
  applicant: ({ ownerId, agentId, deceased }) =>
    [...new Set([deceased ? null : ownerId, agentId])].flatMap((account) =>
      account === null ? [] : [{ account }],
    ),
  unit: ({ unit }) => [{ unit }],
  'post-b': ({ unit }) => [{ unit, post: 'B' }],
  holder: ({ holder, unit }) => [holder?.account ? { account: holder.account } : { unit }],
  receiver: ({ transfer }) => (transfer ? [{ unit: transfer.unit }] : []),
  partners: ({ partners }) =>
    partners.flatMap(({ unit, opinion }) => (opinion === null ? [{ unit }] : [])),
  leader: () => [{ role: 'leader' }],
  head: () => [{ role: 'head' }],
  supervisor: () => [{ role: 'supervisor' }],
}

function* wrongNotices(after: CaseDocument, { $push }: Update): Generator<string> {
  const { log: event, out } = ($push ?? {}) as {
    log?: CaseDocument['log'][number]
    out?: { $each: readonly Notice[] }
  }
  if (!event) return
  const rows = APPLICATION.rows.filter(
    ({ action, from, to }) =>
      action === event.action &&
      (from as readonly string[]).includes(event.from ?? '') &&
      (to ?? event.from) === event.to,
  )
  const given = keys((out?.$each ?? []).map(({ to }) => to))
  const meant = rows.map(({ effects = [] }) =>
    effects.flatMap((effect) =>
      effect.startsWith('tell:') ? PEOPLE[effect.slice('tell:'.length) as Audience](after) : [],
    ),
  )
  if (meant.some((people) => isDeepStrictEqual(keys(people), given))) return
  yield `${event.action} told ${given.join(' ')}, not ${meant.map((one) => keys(one).join(' ')).join(' or ')}`
}

const keys = (people: readonly Recipient[]): string[] =>
  people.map((one) => JSON.stringify(one)).sort()
