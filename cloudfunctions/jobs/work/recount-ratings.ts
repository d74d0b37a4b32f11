/** Recounts closed days; written over, never incremented, so that running twice changes nothing. */
import { writeRollup } from '../../core/store/ratings'
import { advanceSettings } from '../../core/store/settings'
import type { RollupSettings } from '../../core/store/documents/rollup'
import { followUpDay } from './rectify'
import { nextNight } from './night'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'

export async function recountRatings(settings: RollupSettings, now: Date): Promise<void> {
  const today = businessDate(now)
  const yesterday = addDays(today, -1)
  let day = settings.doneUntil ? addDays(settings.doneUntil, 1) : yesterday
  for (; day <= yesterday; day = addDays(day, 1)) {
    await writeRollup(settings.township, day)
    await followUpDay(settings.township, day, now)
  }
  await advanceSettings(settings, {
    doneUntil: yesterday,
    nextDueAt: nextNight(now),
  })
}
