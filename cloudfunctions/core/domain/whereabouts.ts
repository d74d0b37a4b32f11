/** 去向牌: 在岗、下村、外出、休假. No reason and no position; valid for the days it names. */
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** What was said for this day, or null when nothing was: silence is not absence. */
export function whereaboutsOn<
  Said extends { readonly from: BusinessDate; readonly until: BusinessDate },
>(said: Said | undefined, day: BusinessDate): Said | null {
  return said && said.from <= day && day <= said.until ? said : null
}
