import { reckoningStep } from '../../case/reckon'
import { derived } from '../../case/deadlines'
import { action } from '../../core/kernel/action'
import { withPublished } from '../../core/kernel/township-calendar'
import { calendarSettings, openCaseDates } from '../../core/store/calendar'
import { checkYear, inYear } from '../calendar'
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
    for await (const doc of openCaseDates(township)) {
      if (!reckoningStep(doc, calendar)) continue
      moved++
      if (derived(doc, calendar).urgentAt > doc.urgentAt) later++
    }
    return { moved, later }
  },
})
