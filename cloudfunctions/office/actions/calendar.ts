import { action } from '../../core/kernel/action'
import { calendarSettings } from '../../core/store/calendar'
import { calendarView } from '../calendar'
import { calendarInput, calendarOutput } from '../schema/calendar'

export const calendar = action({
  summary: '一年的放假安排：公布的、乡里补的、谁改过',
  by: ['admin', 'leader', 'supervisor'],
  scope: 'township',
  input: calendarInput,
  output: calendarOutput,
  run: async ({ township }, { year }) => ({
    calendar: calendarView(await calendarSettings(township), year),
  }),
})
