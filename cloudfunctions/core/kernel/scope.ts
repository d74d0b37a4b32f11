/**
 * Over what an action may be called: each scope is a part of the query, so that what is outside
 * simply is not found. There is no other place for permissions than `by` and `scope`.
 */
import type { Query } from '../store/database'
import { agentsFor, unitsOf } from './caller'
import type { Caller } from './caller'

export const SCOPES = {
  /** What everybody may see; the township is added to every scope. */
  public: (): Query => ({}),
  /** The caller's own record and what hangs on it. */
  self: (caller: Caller): Query => ({ to: caller.id }),
  /** Matters handed in by the caller. */
  ownCases: (caller: Caller): Query => ({ ownerId: caller.id }),
  /** Matters the caller may read: their own, as agent, of their units; leaders see all. */
  readableCases: (caller: Caller): Query => {
    if (caller.roles.includes('leader') || caller.roles.includes('supervisor')) return {}
    return anyOf([{ ownerId: caller.id }, agentScope(caller), ...deskScope(caller)])
  },
  /** Matters on the caller's desk: as agent, of their units, or waiting for a leader's word. */
  workableCases: (caller: Caller): Query => anyOf([agentScope(caller), ...deskScope(caller)]),
  /** Slots in which the caller booked, whoever sits in the seat. */
  bookedSlots: (caller: Caller): Query => ({ 'issued.by': caller.id }),
  /** Slots in which the caller booked; an agent also those of people of the village. */
  heldSlots: (caller: Caller): Query => {
    const { staff } = caller.account
    const own = { 'issued.by': caller.id }
    const village = staff?.roles.includes('agent') ? staff.villageId : null
    return village ? anyOf([own, { 'issued.villageId': village }]) : own
  },
  /** Places where the caller serves: an agent in the own village, township staff everywhere. */
  servedSlots: (caller: Caller): Query => {
    const places = servedPlaces(caller)
    return places ? { venueId: { $in: places } } : {}
  },
  /** What the caller takes part in: hand-overs, duties, checks of the own village's room. */
  involved: (caller: Caller): Query => {
    if (caller.roles.includes('leader') || caller.roles.includes('supervisor')) return {}
    return { parties: caller.id }
  },
  /** 走访: one's own; leaders and the supervisor see all. */
  ownVisits: (caller: Caller): Query => {
    if (caller.roles.includes('leader') || caller.roles.includes('supervisor')) return {}
    return { 'by.account': caller.id }
  },
  /** Sheets that the caller may take down: an agent those of the own village. */
  ownBoard: ({ roles, account: { staff } }: Caller): Query =>
    roles.includes('admin') ? {} : { placeId: staff?.villageId ?? null },
  /** 差评整改: of the units that call and, once the villager was asked, of those that were rated. */
  rectifications: (caller: Caller): Query => {
    if (caller.roles.includes('leader') || caller.roles.includes('supervisor')) return {}
    const units = unitsOf(caller)
    return { $or: [{ callUnit: { $in: units } }, { unit: { $in: units }, told: true }] }
  },
  /** 预警: of the caller's units, and those of matters that the caller had. */
  recordedAgainst: (caller: Caller): Query => {
    if (caller.roles.includes('leader') || caller.roles.includes('supervisor')) return {}
    return { $or: [{ unit: { $in: unitsOf(caller) } }, { 'holder.account': caller.id }] }
  },
  /** 责任追究: about the caller in person, or about the caller's unit as a whole. */
  heldToAccount: (caller: Caller): Query => {
    if (caller.roles.includes('leader') || caller.roles.includes('supervisor')) return {}
    const units = unitsOf(caller)
    return { $or: [{ 'person.account': caller.id }, { person: null, unit: { $in: units } }] }
  },
  /** All matters of the township, as sums. */
  township: (): Query => ({}),
  /** 交办单: those of the caller's units; leader and supervisor see what each of them may know. */
  orders: (caller: Caller): Query => ({
    ...anyOf([...watchScope(caller), ...unitScope(caller)]),
    hiddenFrom: { $ne: caller.id },
  }),
  /** What leader and supervisor may know of what people raise, never about themselves. */
  watchedIssues: (caller: Caller): Query => ({
    ...anyOf(watchScope(caller)),
    hiddenFrom: { $ne: caller.id },
  }),
  /** 接待咨询 of the caller. */
  receptions: (caller: Caller): Query => ({ receiverId: caller.id }),
  /** Mediations of the caller: nobody else takes a step in them. */
  ownMediations: (caller: Caller): Query => ({ mediatorId: caller.id }),
  /** Leaders and supervisors see how mediations go, without the parties. */
  mediations: (caller: Caller): Query =>
    caller.roles.includes('leader') || caller.roles.includes('supervisor')
      ? {}
      : { mediatorId: caller.id },
} satisfies Record<string, (caller: Caller) => Query>

export type ScopeName = keyof typeof SCOPES

const agentScope = (caller: Caller): Query => {
  const [own, ...others] = agentsFor(caller)
  return { agentId: others.length > 0 ? { $in: [own, ...others] } : own }
}

/** The desks at which the caller sits: departments, and the leader's and the head's own. */
function deskScope(caller: Caller): Query[] {
  const own = LEADING.filter((role) => caller.roles.includes(role))
  const desks = [...unitsOf(caller), ...own]
  return desks.length > 0 ? [{ desks: { $in: desks } }] : []
}

/** Roles with a desk of their own: transfers to decide, extensions to grant. */
const LEADING = ['leader', 'head'] as const

function unitScope(caller: Caller): Query[] {
  const units = unitsOf(caller)
  return units.length > 0 ? [{ unit: { $in: units } }] : []
}

/** What an anonymous person or a complaint says goes to one of the two alone. */
function watchScope({ roles }: Caller): Query[] {
  const watchers = (['leader', 'supervisor'] as const).filter((role) => roles.includes(role))
  return watchers.length > 0 ? [{ watch: { $in: ['station', ...watchers] } }] : []
}

/** Whoever has none of them is in scope of nothing. */
function anyOf(queries: readonly Query[]): Query {
  if (queries.length === 0) return { _id: null }
  return queries.length === 1 ? { ...queries[0] } : { $or: queries }
}

/** An agent's own village and those covered meanwhile; null for who serves everywhere. */
function servedPlaces({ account: { staff }, covers }: Caller): readonly (string | null)[] | null {
  if (!staff?.roles.every((role) => role === 'agent')) return null
  return [staff.villageId, ...covers.map(({ villageId }) => villageId)]
}

export const servesAt = (caller: Caller, venueId: string): boolean =>
  servedPlaces(caller)?.includes(venueId) ?? true
