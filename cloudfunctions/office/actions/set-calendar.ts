import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { CALENDAR_KEPT_MS } from '../../core/kernel/township-calendar'
import { calendarSettings, changeCalendar } from '../../core/store/calendar'
import { repeatOf } from '../../core/store/commit'
import type { CalendarSettings } from '../../core/store/documents/calendar'
import { calendarView, checkYear, inYear } from '../calendar'
import { setCalendarInput, setCalendarOutput } from '../schema/calendar'

/** By then no worker has the older calendar any more, and what was mistyped is put right. */
const SETTLE_MS = 2 * CALENDAR_KEPT_MS

export const setCalendar = action({
  summary: '填一年的放假安排：国务院公布的，或者乡里多放、多上的一天；没办完的事跟着重算日子',
  by: ['admin'],
  scope: 'township',
  input: setCalendarInput,
  output: setCalendarOutput,
  run: async ({ township, now, caller, request }, { year, days, complete, version }) => {
    const before = await calendarSettings(township)
    if (repeatOf(before.history, request)) return { calendar: calendarView(before, year) }
    checkYear(before, year, days, complete)
    const others = before.days.filter((day) => !inYear(day, year))
    const after: CalendarSettings = {
      ...before,
      v: before.v + 1,
      days: [...others, ...days].sort((a, b) => (a.date < b.date ? -1 : 1)),
      verifiedUntil: verifiedUntil(before, year, complete),
      history: [
        ...before.history,
        {
          at: now,
          byName: caller.name,
          text: `${String(year)}年填了${String(days.length)}天${complete ? '，是全年的安排' : ''}`,
          ...request,
        },
      ],
      nextDueAt: new Date(+now + SETTLE_MS),
    }
    if (version !== before.v || !(await changeCalendar(before, after))) {
      throw new AppError('CONFLICT', '放假安排刚刚有别人改过，您填的没有存。请看看新的再改。', {
        data: { calendar: calendarView(await calendarSettings(township), year) },
      })
    }
    return { calendar: calendarView(after, year) }
  },
})

/** Taking back a whole year makes its dates provisional again. */
function verifiedUntil(
  { verifiedUntil: known }: CalendarSettings,
  year: number,
  complete: boolean,
) {
  const end = `${String(year)}-12-31`
  if (complete) return known !== null && known > end ? known : end
  return known !== null && known >= end ? `${String(year - 1)}-12-31` : known
}
