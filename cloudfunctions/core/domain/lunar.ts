/** 农历: only what a market needs, the day of the lunar month. */
import { getLunarDate } from 'chinese-days'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** The day of the lunar month, 1 to 30. Good from 1900 to 2100. */
export const lunarDay = (date: BusinessDate): number => getLunarDate(date).lunarDay
