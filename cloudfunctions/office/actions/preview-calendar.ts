import { action } from '../../core/kernel/action'
import { withPublished } from '../../core/kernel/township-calendar'
import { calendarSettings } from '../../core/store/calendar'
import { checkYear, inYear } from '../calendar'
import { COUNTED_DATES } from '../counted-dates'
import { previewCalendarInput, previewCalendarOutput } from '../schema/calendar'

export const previewCalendar = action({
  summary: '放假安排先看看：这样填会改变几件事的日子；什么都不存',
  by: ['admin'],
  scope: 'township',
  input: previewCalendarInput,
  output: previewCalendarOutput,
  run: async ({ township }, { year, days, complete }) => {
    const before = await calendarSettings(township)
    checkYear(before, year, days, complete)
    const others = before.days.filter((day) => !inYear(day, year))
    const { calendar } = withPublished({ ...before, days: [...others, ...days] })
    let [moved, later] = [0, 0]
    for (const { preview } of COUNTED_DATES) {
      const part = await preview(township, calendar)
      moved += part.moved
      later += part.later
    }
    return { moved, later }
  },
})
