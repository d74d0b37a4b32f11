/** 示例: an arrangement of 2027 as an administrator would enter it; the real one is not out yet. */
import type { Input } from '../../typings/wire'
import { newRequest } from './people'

const off = (name: string, ...dates: string[]) => dates.map((date) => ({ date, off: true, name }))

const HOLIDAYS_2027 = [
  ...off('元旦', '2027-01-01', '2027-01-02', '2027-01-03'),
  { date: '2027-02-20', off: false, name: '春节调休上班' },
  ...off('春节', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09'),
  ...off('清明节', '2027-04-05'),
  ...off('劳动节', '2027-05-01', '2027-05-02', '2027-05-03'),
  ...off('端午节', '2027-06-09'),
  ...off('中秋节', '2027-09-15'),
  ...off('国庆节', '2027-10-01', '2027-10-02', '2027-10-03', '2027-10-04'),
]

/** The whole year 2027, entered by the administrator. */
export const year2027 = (
  version: number,
  change: Partial<Input<'office', 'setCalendar'>> = {},
): Input<'office', 'setCalendar'> => ({
  year: 2027,
  days: HOLIDAYS_2027,
  complete: true,
  version,
  requestId: newRequest(),
  ...change,
})
