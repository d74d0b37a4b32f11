/**
 * Opens slots up to the horizon: every night one more day; everything again when the plan or the
 * published holidays changed.
 */
import { calendarInForce } from '../../core/kernel/township-calendar'
import { applyChange, changesAt } from '../../appointment/plan'
import { keepServiceDays } from '../../core/store/service-days'
import { advanceSettings } from '../../core/store/settings'
import type { SlotSettings } from '../../core/store/documents/slot'
import { nextNight } from './night'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'

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
  const villages = settings.venues.map(({ id }) => id).filter((id) => id !== 'hall')
  await keepServiceDays(settings.township, villages, now)
  await advanceSettings(settings, {
    ...(whole ? { openUntil: until, calendarEdition: edition } : {}),
    nextDueAt: whole ? nextNight(now) : new Date(+now + AGAIN_MS),
  })
}
