/**
 * 号源改了: what a new plan does to a day that is open already. A promise is kept: a day on which
 * anybody booked keeps its times and numbers; only what the plan no longer has is closed, and what
 * is new is added above. What was promised to nobody (until when one can book, how many may just
 * come) follows the plan everywhere.
 */
import { nextBase } from './slots'
import type { PlannedSlot } from './slots'
import type { WallTime } from '../../../miniprogram/shared/dates'

/** A stored slot of the day, as far as the rules care. */
export interface ExistingSlot {
  readonly start: WallTime
  readonly end: WallTime
  readonly home?: boolean
  readonly capacity: number
  readonly base: number
  readonly walkIns?: number
  readonly leadMinutes?: number
  readonly state: 'open' | 'closed'
  /** Opened by hand. */
  readonly extra?: boolean
  readonly issued: readonly unknown[]
}

/** A slot that stays, with what changes in it without touching anybody. */
export interface Adjustment<Existing> {
  readonly slot: Existing
  readonly walkIns: number
  readonly leadMinutes: number
}

export interface DayChanges<Existing> {
  readonly add: readonly PlannedSlot[]
  /** Nobody ever used them. */
  readonly remove: readonly Existing[]
  /** Somebody has a seat there: they get another one offered. */
  readonly close: readonly Existing[]
  readonly adjust: readonly Adjustment<Existing>[]
  /** Somebody booked on this day, so that its slots keep other lengths or numbers than planned. */
  readonly kept: boolean
}

/** What to do so that one day at one place follows the plan. Doing it twice changes nothing. */
export function dayChanges<Existing extends ExistingSlot>(
  planned: readonly PlannedSlot[],
  existing: readonly Existing[],
): DayChanges<Existing> {
  const key = ({ start, home }: { start: WallTime; home?: boolean }) => `${start}${home ? 'h' : ''}`
  const ours = existing.filter(({ state, extra }) => state === 'open' && !extra)
  const untouched = existing.every(
    (slot) => slot.issued.length === 0 && slot.state === 'open' && !slot.extra,
  )
  const wanted = new Map(planned.map((slot) => [key(slot), slot]))
  const fits = (slot: Existing): boolean => {
    const plan = wanted.get(key(slot))
    if (!plan) return false
    return !untouched || sameAs(plan, slot)
  }
  const leaving = ours.filter((slot) => !fits(slot))
  const staying = existing.filter((slot) => !leaving.includes(slot))
  const there = new Set(staying.map(key))
  const promised = ours.flatMap((slot) => {
    const plan = leaving.includes(slot) ? undefined : wanted.get(key(slot))
    return plan ? [{ slot, plan }] : []
  })
  const missing = planned.filter((slot) => !there.has(key(slot)))
  return {
    add: untouched ? missing : numberedAbove(missing, nextBase(existing)),
    remove: leaving.filter(({ issued }) => issued.length === 0),
    close: leaving.filter(({ issued }) => issued.length > 0),
    adjust: promised
      .filter(({ slot, plan }) => !sameTerms(plan, slot))
      .map(({ slot, plan: { walkIns, leadMinutes } }) => ({ slot, walkIns, leadMinutes })),
    kept: promised.some(({ slot, plan }) => !sameSize(plan, slot)),
  }
}

const sameAs = (plan: PlannedSlot, slot: ExistingSlot): boolean =>
  sameSize(plan, slot) && plan.base === slot.base

const sameSize = (plan: PlannedSlot, { end, capacity }: ExistingSlot): boolean =>
  plan.end === end && plan.capacity === capacity

const sameTerms = (
  plan: PlannedSlot,
  { capacity, walkIns = capacity, leadMinutes = 0 }: ExistingSlot,
): boolean => plan.walkIns === walkIns && plan.leadMinutes === leadMinutes

/** Numbers that nobody on this day has. */
function numberedAbove(slots: readonly PlannedSlot[], from: number): PlannedSlot[] {
  let base = from
  return slots.map((slot) => {
    const numbered = { ...slot, base }
    base += slot.capacity
    return numbered
  })
}
