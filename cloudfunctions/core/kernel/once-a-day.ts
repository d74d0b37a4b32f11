import type { MatterEvent } from '../store/documents/matter'
import { businessDate } from '../../../miniprogram/shared/dates'
import { AppError } from './errors'

/**
 * More than once a day would not be read; a call reaches a person.
 *
 * @throws AppError `RATE_LIMITED` with this message when the action was taken today.
 */
export function refuseTwiceADay(
  log: readonly Pick<MatterEvent, 'action' | 'at'>[],
  action: string,
  now: Date,
  message: string,
): void {
  const today = businessDate(now)
  const done = log.some((event) => event.action === action && businessDate(event.at) === today)
  if (done) throw new AppError('RATE_LIMITED', message)
}
