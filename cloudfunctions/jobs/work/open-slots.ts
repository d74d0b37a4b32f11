/** Opens slots up to the horizon: every night one more day, and everything on the first run. */
import { CALENDAR } from '../../core/kernel/calendar'
import { planSlots } from '../../core/domain/slots'
import type { PlannedSlot } from '../../core/domain/slots'
import { insertMissingSlots } from '../../core/store/slots'
import { advanceSettings } from '../../core/store/settings'
import type { Slot, SlotSettings } from '../../core/store/documents/slot'
import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'

export async function openSlots(settings: SlotSettings, now: Date): Promise<void> {
  const today = businessDate(now)
  const until = addDays(today, settings.horizonDays)
  const from =
    settings.openUntil && settings.openUntil >= today ? addDays(settings.openUntil, 1) : today
  if (from <= until) {
    for (const venue of settings.venues) {
      const template = settings.templates[venue.template]
      if (!template) throw new Error(`no slot template ${venue.template} for ${venue.id}`)
      const planned = planSlots(template, from, until, CALENDAR)
      await insertMissingSlots(planned.map((plan) => slotOf(settings.township, venue, plan)))
    }
  }
  const tomorrow = instantOf(addDays(today, 1), '00:10')
  await advanceSettings(settings, { openUntil: until, nextDueAt: tomorrow })
}

function slotOf(township: string, venue: SlotSettings['venues'][number], plan: PlannedSlot): Slot {
  return {
    _id: `${township}:${venue.id}:${plan.date}:${plan.start.replace(':', '')}`,
    township,
    schema: 1,
    v: 1,
    state: 'open',
    venueId: venue.id,
    venueName: venue.name,
    venueAddress: venue.address,
    venuePhone: venue.phone,
    date: plan.date,
    start: plan.start,
    end: plan.end,
    startAt: instantOf(plan.date, plan.start),
    capacity: plan.capacity,
    remaining: plan.capacity,
    base: plan.base,
    seats: [],
    past: [],
    issued: [],
    out: [],
  }
}
