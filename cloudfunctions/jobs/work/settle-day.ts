/** The night after: what the day was like is counted, and the names go. */
import { tallyDay } from '../../core/domain/bulletin/queue-day'
import { countDay } from '../../core/domain/queue'
import { updateOne } from '../../core/store/database'
import { slotsBetween } from '../../core/store/slots'
import type { DayDocument } from '../../core/store/documents/day'

export async function settleDay({ _id, township, v, venueId, date, entries }: DayDocument) {
  const slots = await slotsBetween({ township }, venueId, date, date)
  const booked = slots.reduce((sum, { seats }) => sum + seats.length, 0)
  await updateOne(
    'days',
    { _id, township, v },
    {
      $set: { counts: { ...countDay(booked, entries), ...tallyDay(entries) }, entries: [] },
      $unset: { nextDueAt: '' },
      $inc: { v: 1 },
    },
  )
}
