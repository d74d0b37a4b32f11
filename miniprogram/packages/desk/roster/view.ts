import { addDays, relativeDate, spokenTime, weekday } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import type { Duty } from '../calls'

const WORDS = {
  swapDuty: '请人换班',
  agreeSwap: '答应换班',
  declineSwap: '不换',
  dutyNote: '写交班记录',
  changeDuty: '换人',
} as const

export type DutyStep = keyof typeof WORDS

export const KINDS = [
  { kind: 'leader', text: '带班领导', place: 'station' },
  { kind: 'duty', text: '值班干部', place: 'station' },
  { kind: 'hall', text: '派驻大厅', place: 'hall' },
  { kind: 'thursday', text: '周四驻村', place: '' },
  { kind: 'reception', text: '领导接待', place: 'station' },
] as const

export type Kind = (typeof KINDS)[number]['kind']

/** Monday of the week in which a day lies. */
export const mondayOf = (day: BusinessDate): BusinessDate => addDays(day, -((weekday(day) + 6) % 7))

/** The week as days with what is on each; days without duties are left out. */
export function weekView(duties: readonly Duty[], today: BusinessDate) {
  const days = [...new Set(duties.map(({ date }) => date))].sort()
  return days.map((date) => ({
    date,
    title: relativeDate(date, today),
    duties: duties.filter((duty) => duty.date === date).map(dutyRow),
  }))
}

function dutyRow({ id, what, placeName, start, end, staff, swapWith, note, mine, allowed }: Duty) {
  return {
    id,
    title: `${what}：${staff.name}`,
    mine,
    line: `${placeName}，${spokenTime(start)}到${spokenTime(end)}`,
    swap: swapWith ? `等${swapWith}答应换班` : '',
    note,
    actions: allowed
      .filter((action) => mine || action !== 'declineSwap')
      .filter((action) => action !== 'changeDuty')
      .map((action) => ({ action, text: WORDS[action] })),
  }
}
