import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'

/**
 * When a day is over all that is counted by day is counted, in one tick, in the order of
 * `SETTINGS_WORK`: what is warned about tonight is in tonight's figures.
 */
export const NIGHT = '00:10'

/** The night after the day in which `now` lies. */
export const nextNight = (now: Date): Date => instantOf(addDays(businessDate(now), 1), NIGHT)
