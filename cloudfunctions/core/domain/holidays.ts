/** 法定节假日: whether a list of days can be a whole year's arrangement. */
import type { CalendarDay } from './calendar'

/** 全国年节及纪念日放假办法 (2024年修订) 2: days off for all citizens in a year. */
export const STATUTORY_HOLIDAYS = 13

/** The arrangement only ever adds weekends to them, so fewer days off means that some are missing. */
export const hasEveryHoliday = (days: readonly CalendarDay[]): boolean =>
  days.filter(({ off }) => off).length >= STATUTORY_HOLIDAYS
