/** 号源安排: brings the slots of a place in line with its templates, day by day; safe to rerun. */
import { calendarOf } from '../core/kernel/township-calendar'
import { dayChanges } from '../core/domain/slot-changes'
import type { Adjustment } from '../core/domain/slot-changes'
import { planDay } from '../core/domain/slots'
import type { PlannedSlot, SlotException, SlotTemplate } from '../core/domain/slots'
import { adjustSlot, closeSlot, insertMissingSlots, removeUnused } from '../core/store/slot-plan'
import { slotsBetween } from '../core/store/slots'
import type { Slot, SlotSettings, SlotVenue } from '../core/store/documents/slot'
import { addDays, instantOf } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'

/** The settings as far as a plan is made of them. */
export type Plan = Pick<SlotSettings, 'township' | 'templates' | 'exceptions'>

export interface PlanChange {
  readonly date: BusinessDate
  readonly add: readonly Slot[]
  readonly remove: readonly Slot[]
  readonly close: readonly Slot[]
  readonly adjust: readonly Adjustment<Slot>[]
  /** Somebody booked that day, so that its numbers stay as they are. */
  readonly kept: boolean
  readonly reason: string
}

/** So many days in one request: at most 40 slots a day, and a request answers at most 1000. */
const DAYS_AT_ONCE = 20

/** All that would change at a place from one day to another; days without changes are left out. */
export async function changesAt(
  plan: Plan,
  venue: SlotVenue,
  from: BusinessDate,
  until: BusinessDate,
  now: Date,
): Promise<PlanChange[]> {
  const changes: PlanChange[] = []
  for (let first = from; first <= until; first = addDays(first, DAYS_AT_ONCE)) {
    const last = [addDays(first, DAYS_AT_ONCE - 1), until].sort()[0] ?? until
    const existing = await slotsBetween({ township: plan.township }, venue.id, first, last, {
      seats: 0,
      past: 0,
      out: 0,
      waiting: 0,
    })
    for (let date = first; date <= last; date = addDays(date, 1)) {
      const there = existing.filter((slot) => slot.date === date)
      const change = changeOfDay(plan, venue, date, there, now)
      if (!isNothing(change)) changes.push(change)
    }
  }
  return changes
}

const isNothing = ({ add, remove, close, adjust, kept }: PlanChange): boolean =>
  [add, remove, close, adjust].every((list) => list.length === 0) && !kept

function changeOfDay(
  plan: Plan,
  venue: SlotVenue,
  date: BusinessDate,
  existing: readonly Slot[],
  now: Date,
): PlanChange {
  const exceptions = exceptionsAt(plan, venue.id)
  const coming = existing.filter(({ startAt }) => startAt > now)
  const planned = planDay(templatesOf(plan, venue), date, calendarOf(plan.township), exceptions)
  const { add, remove, close, adjust, kept } = dayChanges(planned, existing)
  const closed = exceptions.find((one) => one.date === date && one.kind === 'closed')
  return {
    date,
    add: add
      .map((slot) => slotOf(plan.township, venue, slot))
      .filter(({ startAt }) => startAt > now),
    remove: remove.filter((slot) => coming.includes(slot)),
    close: close.filter((slot) => coming.includes(slot)),
    adjust: adjust.filter(({ slot }) => coming.includes(slot)),
    kept,
    reason: closed?.reason ?? holidayOf(plan.township, date) ?? '服务时间改了',
  }
}

/** `元旦放假`, for those whose Thursday moves; null on a day like any other. */
function holidayOf(township: string, date: BusinessDate): string | null {
  const day = calendarOf(township).days.get(date)
  return day?.off ? `${day.name}放假` : null
}

/** Does it; false when somebody booked meanwhile, so that the day has to be looked at again. */
export async function applyChange(change: PlanChange, now: Date): Promise<boolean> {
  const removed = await Promise.all(change.remove.map(removeUnused))
  if (removed.includes(false)) return false
  const closed = { reason: change.reason, by: 'system', key: '' }
  const done = await Promise.all(change.close.map((slot) => closeSlot(slot, closed, now)))
  await Promise.all(change.adjust.map(({ slot, ...terms }) => adjustSlot(slot, terms)))
  await insertMissingSlots(change.add)
  return !done.includes(false)
}

function templatesOf({ templates }: Plan, venue: SlotVenue): SlotTemplate[] {
  return [venue.template, ...(venue.also ?? [])].map((name) => {
    const template = templates[name]
    if (!template) throw new Error(`no slot template ${name} for ${venue.id}`)
    return template
  })
}

const exceptionsAt = ({ exceptions = [] }: Plan, venueId: string): SlotException[] =>
  exceptions.filter((one) => one.venueId === null || one.venueId === venueId)

/** A new slot in which nobody sits. */
export function slotOf(township: string, venue: SlotVenue, plan: PlannedSlot): Slot {
  const { date, start, end, capacity, base, home, walkIns, leadMinutes, movedFrom } = plan
  return {
    _id: `${township}:${venue.id}:${date}:${start.replace(':', '')}${home ? 'h' : ''}`,
    township,
    schema: 1,
    v: 1,
    state: 'open',
    venueId: venue.id,
    venueName: venue.name,
    venueAddress: venue.address,
    venuePhone: venue.phone,
    date,
    start,
    end,
    startAt: instantOf(date, start),
    capacity,
    remaining: capacity,
    base,
    home,
    walkIns,
    leadMinutes,
    movedFrom,
    seats: [],
    past: [],
    waiting: [],
    waiters: 0,
    issued: [],
    out: [],
  }
}
