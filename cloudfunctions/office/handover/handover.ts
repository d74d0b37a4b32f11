/** 交接: its kind of matter, how it is shown, and what it changes for both sides. */
import type { Caller } from '../../core/kernel/caller'
import type { MatterKind } from '../../core/kernel/step'
import { allowedActions } from '../../core/domain/flows/flow'
import type { Relation } from '../../core/domain/flows/flow'
import { HANDOVER, HANDOVER_STATES } from '../../core/domain/flows/handover'
import type { HandoverAction, HandoverFacts, HandoverState } from '../../core/domain/flows/handover'
import type { Notice } from '../../core/store/documents/matter'
import type { Handover } from '../../core/store/documents/staff'
import { spokenDate } from '../../../miniprogram/shared/dates'
import { staffNotice } from '../notices'

export const HANDOVERS = {
  collection: 'handovers',
  flow: HANDOVER,
  what: '这次交接',
  relations: relationsTo,
  // `jobs` looks again at once: what a crash left of the accounts is put right there.
  dueAt: ({ log }) => log.at(-1)?.at,
} as const satisfies MatterKind<Handover, HandoverState, HandoverAction, HandoverFacts>

function relationsTo(caller: Caller, { from, to }: Handover): Relation[] {
  const relations: Relation[] = []
  if (from.account === caller.id) relations.push('owner')
  if (to.account === caller.id) relations.push('receiver')
  if (caller.roles.includes('leader')) relations.push('leader')
  return relations
}

export const daysOf = ({ start, until }: Pick<Handover, 'start' | 'until'>): string =>
  start === until ? spokenDate(start) : `${spokenDate(start)}到${spokenDate(until)}`

/** Tells one side; `title` says what happened. */
export const handoverNotice = (
  handover: Handover,
  to: 'from' | 'to',
  title: string,
  hint: string,
  cause: string,
  now: Date,
): Notice =>
  staffNotice(cause, now, {
    to: { account: handover[to].account },
    title,
    text: `${handover.from.name}${daysOf(handover)}不在岗，${handover.to.name}替。${hint}`,
    place: '交接',
    by: handover.start,
    hint,
    target: '/packages/desk/leave/leave',
  })

export const handoverView = (handover: Handover, caller: Caller) => ({
  ...handover,
  id: handover._id,
  stateText: HANDOVER_STATES[handover.state],
  allowed: allowedActions(HANDOVER, handover.state, relationsTo(caller, handover)),
  events: handover.log.map(({ at, said }) => ({
    at: at.toISOString(),
    by: said?.byName ?? '',
    text: said?.text ?? '',
  })),
})
