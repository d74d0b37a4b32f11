import type { Caller } from '../../core/kernel/caller'
import type { Training } from '../../core/store/documents/staff'
import { businessDate } from '../../../miniprogram/shared/dates'

/** Sums and departments; who of a department came is nobody's list. */
export function trainingView(training: Training, caller: Caller, now: Date) {
  const { _id, title, date, start, place, units, attended } = training
  const came = new Set(attended.map(({ unit }) => unit))
  const signed = attended.some(({ account }) => account === caller.id)
  const today = businessDate(now)
  return {
    id: _id,
    title,
    date,
    start,
    place,
    attended: attended.length,
    absent: date > today ? [] : units.filter(({ id }) => !came.has(id)).map(({ name }) => name),
    signed,
    canSign: date === today && !signed,
  }
}
