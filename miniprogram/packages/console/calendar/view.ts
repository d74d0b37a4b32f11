/** 放假安排 of a year as the page draws it, and what a change would make of it. */
import type { Output } from '../../../../typings/wire'
import { spokenDate } from '../../../shared/dates'
import type { Field } from '../../../shared/form/fields'
import { stepLines } from '../steps'
import { step } from '../things/thing'
import type { Day } from './notice'

export type Calendar = Output<'office', 'calendar'>['calendar']
export type Effect = Output<'office', 'previewCalendar'>

const word = (off: boolean): string => (off ? '放假' : '上班')

/** `published`: comes with the program and cannot be taken away, only overruled. */
export function dayRows({ days }: Calendar, added: readonly Day[]) {
  const own = new Map(added.map((day) => [day.date, day]))
  const published = days.filter((day) => !day.added && !own.has(day.date))
  return [
    ...published.map((day) => ({ ...day, own: false })),
    ...added.map((day) => ({ ...day, own: true })),
  ]
    .sort((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, off, name, own: isOwn }) => ({
      date,
      title: `${spokenDate(date)} ${word(off)}`,
      name: isOwn ? `${name}，乡里填的` : name,
      own: isOwn,
    }))
}

export const addedOf = ({ days }: Calendar): Day[] =>
  days.filter(({ added }) => added).map(({ date, off, name }) => ({ date, off, name }))

/** A year that the township entered as a whole stays whole. */
export const isWhole = ({ verified, days }: Calendar): boolean =>
  verified && days.length > 0 && days.every(({ added }) => added)

/** What reads differently, day by day, before it is stored. */
export function differences(calendar: Calendar, added: readonly Day[]): string[] {
  const before = new Map(addedOf(calendar).map((day) => [day.date, day]))
  const after = new Map(added.map((day) => [day.date, day]))
  const dates = [...new Set([...before.keys(), ...after.keys()])].sort()
  return dates.flatMap((date) => {
    const [old, fresh] = [before.get(date), after.get(date)]
    if (old && fresh && old.off === fresh.off && old.name === fresh.name) return []
    if (!fresh) return [`去掉：${spokenDate(date)} ${old ? word(old.off) : ''}`]
    return [`${old ? '改成' : '加上'}：${spokenDate(date)} ${word(fresh.off)}，${fresh.name}`]
  })
}

export const effectSentence = ({ moved, later }: Effect): string =>
  moved === 0
    ? '没有哪件事的日子会变。'
    : `会改变${String(moved)}件事的日子：${String(later)}件往后，${String(moved - later)}件往前。改了都会告诉本人。`

export const historyOf = ({ history }: Calendar) =>
  stepLines(history.map(({ at, byName, text }) => step(at, byName, text)))

export const DAY_FIELDS: readonly Field[] = [
  { key: 'date', label: '哪天', kind: 'date' },
  {
    key: 'off',
    label: '放假还是上班',
    kind: 'choice',
    choices: [
      { key: 'off', text: '放假' },
      { key: 'work', text: '上班' },
    ],
  },
  { key: 'name', label: '叫什么', kind: 'line', most: 20, help: '如：元旦、春节调休上班' },
]
