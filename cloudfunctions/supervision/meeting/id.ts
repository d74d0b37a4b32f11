import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** One meeting a week: its id says which, so that two timers cannot draft two. */
export const meetingId = (township: string, week: BusinessDate): string =>
  `${township}:meeting:${week}`
