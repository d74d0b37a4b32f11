/** 八有检查: its kind of matter, how it is shown, whom it tells. */
import type { Caller } from '../../core/kernel/caller'
import { agentsFor } from '../../core/kernel/caller'
import type { MatterKind, Step } from '../../core/kernel/step'
import { addWorkdays } from '../../core/domain/calendar'
import type { WorkCalendar } from '../../core/domain/calendar'
import { FIX_WORKDAYS, missingHaves } from '../../core/domain/eight-haves'
import { allowedActions } from '../../core/domain/flows/flow'
import type { Relation } from '../../core/domain/flows/flow'
import { VENUE_CHECK, VENUE_CHECK_STATES } from '../../core/domain/flows/venue-check'
import type { VenueCheckAction, VenueCheckState } from '../../core/domain/flows/venue-check'
import type { VenueCheck } from '../../core/store/documents/place'
import { instantOf, spokenDate } from '../../../miniprogram/shared/dates'
import type { Notice } from '../../core/store/documents/matter'
import { staffNotice } from '../notices'

export const VENUE_CHECKS = {
  collection: 'checks',
  flow: VENUE_CHECK,
  what: '这次检查',
  relations: relationsTo,
  dueAt: remindAt,
} as const satisfies MatterKind<VenueCheck, VenueCheckState, VenueCheckAction, null>

/** The agent of the room, whoever inspects, and the leaders. */
function relationsTo(caller: Caller, { parties, inspector }: VenueCheck): Relation[] {
  const relations: Relation[] = []
  if (parties.some((id) => id !== inspector.account && agentsFor(caller).includes(id))) {
    relations.push('agent')
  }
  if (caller.roles.includes('leader')) relations.push('leader')
  if (caller.roles.includes('supervisor')) relations.push('supervisor')
  return relations
}

/** On the morning of the last day, once: the log knows, also of a last day that moved. */
export function remindAt({ state, fixBy, log }: VenueCheck): Date | undefined {
  const reckoned = log.findLastIndex(({ action }) => action === 'reckon')
  const reminded = log.slice(reckoned + 1).some(({ action }) => action === 'remind')
  return state === 'fixing' && fixBy !== null && !reminded ? instantOf(fixBy, '08:00') : undefined
}

export const target = ({ _id }: Pick<VenueCheck, '_id'>) => `/packages/desk/check/check?id=${_id}`

export const fixNotice = (check: VenueCheck, cause: string, now: Date, to: string): Notice =>
  staffNotice(cause, now, {
    to: { account: to },
    title: '村室要整改',
    text: `${check.placeName}缺${missingHaves(check.haves).join('、')}，${spokenDate(check.fixBy ?? check.on)}前改好，改好了在这里报一下。`,
    place: check.placeName,
    by: check.fixBy ?? check.on,
    hint: '改好了报一下',
    target: target(check),
  })

/** The last day by that calendar; null when the stored one is right, or when a person chose it. */
export function reckonedFix(check: VenueCheck, calendar: WorkCalendar): Partial<VenueCheck> | null {
  if (!check.fixByCounted) return null
  const fixBy = addWorkdays(check.on, FIX_WORKDAYS, calendar)
  return fixBy === check.fixBy ? null : { fixBy }
}

/** 重新算日子: the room's agents are told of the other day. */
export const reckoningFixStep = (
  _check: VenueCheck,
  fresh: Partial<VenueCheck>,
  now: Date,
): Step<VenueCheck, VenueCheckState, VenueCheckAction, null> => ({
  action: 'reckon',
  facts: () => null,
  change: () => ({ set: fresh, text: '放假安排定了，整改的日子重新算过' }),
  tell: (after, _effects, cause) => tellAgents(after, cause, now),
})

/** To the agents of the room: whoever inspects knows. */
export const tellAgents = (check: VenueCheck, cause: string, now: Date): Notice[] =>
  check.parties
    .filter((account) => account !== check.inspector.account)
    .map((account) => fixNotice(check, cause, now, account))

export function checkView(check: VenueCheck, caller: Caller) {
  return {
    id: check._id,
    placeId: check.placeId,
    placeName: check.placeName,
    on: check.on,
    inspector: check.inspector.name,
    state: check.state,
    stateText: VENUE_CHECK_STATES[check.state],
    missing: missingHaves(check.haves),
    note: check.note,
    fixBy: check.fixBy,
    fixed: check.fixed?.text ?? null,
    hasPhoto: (check.fixed?.fileId ?? check.fileId) !== null,
    allowed: allowedActions(VENUE_CHECK, check.state, relationsTo(caller, check)),
  }
}
