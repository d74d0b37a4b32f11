/**
 * Opens slots up to the horizon: every night one more day; everything again when the plan or the
 * published holidays changed.
 */
import { calendarInForce } from '../../core/kernel/township-calendar'
import { applyChange, changesAt, servedDays } from '../../appointment/plan'
import { keepServiceDays } from '../../core/store/service-days'
import { advanceSettings } from '../../core/store/settings'
import type { SlotSettings } from '../../core/store/documents/slot'
import { nextNight } from './night'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** A day on which somebody booked at this moment is looked at again so soon. */
const AGAIN_MS = 60_000

export async function openSlots(settings: SlotSettings, now: Date): Promise<void> {
  const today = businessDate(now)
  const until = addDays(today, settings.horizonDays)
  const { openUntil, calendarEdition } = settings
  const { edition } = calendarInForce(settings.township)
  const goOn = openUntil !== null && openUntil >= today && calendarEdition === edition
  const from = goOn ? addDays(openUntil, 1) : today
  let whole = true
  for (const venue of settings.venues) {
    for (const change of await changesAt(settings, venue, from, until, now)) {
      whole = (await applyChange(change, now)) && whole
    }
  }
  await keepServiceDays(settings.township, villagesServed(settings, today, until))
  await advanceSettings(settings, {
    ...(whole ? { openUntil: until, calendarEdition: edition } : {}),
    nextDueAt: whole ? nextNight(now) : new Date(+now + AGAIN_MS),
  })
}

const villagesServed = (settings: SlotSettings, today: BusinessDate, until: BusinessDate) =>
  Object.fromEntries(
    settings.venues
      .filter(({ id }) => id !== 'hall')
      .map((venue) => [venue.id, servedDays(settings, venue, today, until)]),
  )
