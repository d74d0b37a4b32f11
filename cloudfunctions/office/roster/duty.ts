/** 班: its kind of matter, how it is shown, whom it tells. */
import type { KnownCall } from '../../core/kernel/action'
import type { Caller } from '../../core/kernel/caller'
import { takeStep } from '../../core/kernel/step'
import type { MatterKind } from '../../core/kernel/step'
import { allowedActions } from '../../core/domain/flows/flow'
import type { Relation } from '../../core/domain/flows/flow'
import { DUTY, DUTY_KINDS } from '../../core/domain/roster'
import type { DutyAction, DutyFacts, DutyState, VisitTime } from '../../core/domain/roster'
import type { Notice } from '../../core/store/documents/matter'
import type { Duty, StaffRef } from '../../core/store/documents/staff'
import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { staffNotice } from '../notices'

export const DUTIES = {
  collection: 'duties',
  flow: DUTY,
  what: '这个班',
  relations: relationsTo,
} as const satisfies MatterKind<Duty, DutyState, DutyAction, DutyFacts>

function relationsTo(caller: Caller, { staff, swap }: Duty): Relation[] {
  const relations: Relation[] = []
  if (staff.account === caller.id) relations.push('owner')
  if (swap?.account === caller.id) relations.push('receiver')
  if (caller.roles.includes('leader')) relations.push('leader')
  if (caller.roles.includes('admin')) relations.push('handler')
  return relations
}

export const dutyNotice = (
  duty: Duty,
  to: StaffRef,
  title: string,
  hint: string,
  cause: string,
  now: Date,
): Notice =>
  staffNotice(cause, now, {
    to: { account: to.account },
    title,
    text: `${spokenDate(duty.date)}，${DUTY_KINDS[duty.kind]}，${duty.placeName}，${duty.start}到${duty.end}。${hint}。`,
    place: duty.placeName,
    by: duty.date,
    hint,
    target: '/packages/desk/roster/roster',
  })

export const dutyView = (duty: Duty, caller: Caller) => ({
  ...duty,
  id: duty._id,
  what: DUTY_KINDS[duty.kind],
  swapWith: duty.swap?.name ?? null,
  mine: duty.staff.account === caller.id || duty.swap?.account === caller.id,
  allowed: allowedActions(DUTY, duty.state, relationsTo(caller, duty)).filter(isOffered),
})

/** A call is offered where the visit is shown, not with the duty. */
const isOffered = (action: DutyAction): action is Exclude<DutyAction, 'dialVisit'> =>
  action !== 'dialVisit'

interface DutyStep {
  readonly action: DutyAction
  readonly set: (duty: Duty) => Partial<Duty>
  readonly text: string
  readonly visit?: VisitTime
  readonly tell?: (duty: Duty, cause: string) => readonly Notice[]
}

export async function stepDuty(call: KnownCall, id: string, step: DutyStep) {
  const duty = await takeStep<Duty, DutyState, DutyAction, DutyFacts>(DUTIES, call, id, {
    action: step.action,
    facts: ({ date }) => ({
      date,
      today: businessDate(call.now),
      ...(step.visit ? { visit: step.visit } : {}),
    }),
    change: (before) => ({ set: step.set(before), text: step.text }),
    tell: (after, _effects, cause) => step.tell?.(after, cause) ?? [],
  })
  return { duty: dutyView(duty, call.caller) }
}
