/**
 * 哪天有人来: from the slots that are open, written whenever slots come or go, read by the home page
 * in its one request.
 */
import { serviceDays } from '../domain/service-days'
import type { ServiceDay } from '../domain/service-days'
import { updateOne } from './database'
import type { ServiceDays } from './documents/catalog'
import { slotsBetween } from './slots'
import { insertNew } from './insert-new'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'

/** Nobody opens slots further ahead. */
const FARTHEST_DAYS = 62
const HOURS_ONLY = { date: 1, start: 1, end: 1, movedFrom: 1 } as const

export const serviceDaysId = (township: string): string => `${township}:serviceDays`

async function daysOf(township: string, venueId: string, now: Date): Promise<ServiceDay[]> {
  const today = businessDate(now)
  const until = addDays(today, FARTHEST_DAYS)
  return serviceDays(
    await slotsBetween({ township, state: 'open' }, venueId, today, until, HOURS_ONLY),
  )
}

/** All villages, written over as a whole: doing it twice changes nothing. */
export async function keepServiceDays(
  township: string,
  venueIds: readonly string[],
  now: Date,
): Promise<void> {
  const _id = serviceDaysId(township)
  const days = await Promise.all(venueIds.map((venueId) => daysOf(township, venueId, now)))
  const villages = Object.fromEntries(venueIds.map((venueId, at) => [venueId, days[at] ?? []]))
  if (await updateOne('directory', { _id, township }, { $set: { villages } })) return
  const doc: ServiceDays = { _id, township, schema: 1, kind: 'serviceDays', villages }
  // When it is there, it says the same already.
  await insertNew('directory', doc)
}

/** One village, after a session was closed or opened by hand; what fails here the night does. */
export async function renewServiceDays(
  township: string,
  venueId: string,
  now: Date,
): Promise<void> {
  const _id = serviceDaysId(township)
  const days = await daysOf(township, venueId, now)
  await updateOne(
    'directory',
    { _id, township, [`villages.${venueId}`]: { $exists: true } },
    { $set: { [`villages.${venueId}`]: days } },
  )
}
