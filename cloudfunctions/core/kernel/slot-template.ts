/** A slot template as it comes from a data file or from the editor. */
import * as z from 'zod'
import { minutesOf } from '../domain/slots'
import { filledText } from './schemas'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '不是时间，要写成 08:30')

export const session = z
  .object({ from: time, to: time })
  .refine(({ from, to }) => from < to, '结束要晚于开始')

type Sessions = readonly { readonly from: string; readonly to: string }[]

const inOrder = (sessions: Sessions): boolean =>
  sessions.every(({ from }, i) => i === 0 || (sessions[i - 1]?.to ?? '') <= from)

/** Sessions of one day: in order, not overlapping. */
export const sessions = z.array(session).max(6).refine(inOrder, '几段时间要按先后排，不能重叠')

/** More slots than this on a day at a place is a slip of the keyboard. */
export const MOST_SLOTS_A_DAY = 40
/** Numbers above this are given to people who just come. */
export const MOST_NUMBERS_A_DAY = 500

export const slotTemplate = z
  .object({
    name: filledText(20).optional(),
    days: z.enum(['workdays', 'thursdays', 'weekdays', 'marketDays']),
    weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).optional(),
    marketEndings: z.array(z.int().min(0).max(9)).min(1).max(10).optional(),
    sessions: sessions.min(1),
    breaks: z.array(session).max(6).optional(),
    minutes: z.int().min(5).max(240),
    capacity: z.int().min(1).max(200),
    walkIns: z.int().min(0).max(200).optional(),
    leadMinutes: z.int().min(0).max(2880).optional(),
    homeVisits: z.int().min(0).max(20).optional(),
  })
  .refine(
    ({ sessions: all, minutes }) =>
      all.every(({ from, to }) => minutesOf(to) - minutesOf(from) >= minutes),
    { path: ['minutes'], message: '一个号的时间比一段时间还长' },
  )
  .refine(({ days, weekdays }) => days !== 'weekdays' || weekdays !== undefined, {
    path: ['weekdays'],
    message: '要选星期几',
  })
  .refine((template) => slotCount(template) <= MOST_SLOTS_A_DAY, {
    path: ['minutes'],
    message: `一天最多${String(MOST_SLOTS_A_DAY)}段，一段的时间要长一点`,
  })
  .refine((template) => slotCount(template) * template.capacity <= MOST_NUMBERS_A_DAY, {
    path: ['capacity'],
    message: `一天最多${String(MOST_NUMBERS_A_DAY)}个号`,
  })

function slotCount({ sessions: all, minutes }: { sessions: Sessions; minutes: number }): number {
  return all.reduce(
    (sum, { from, to }) => sum + Math.floor((minutesOf(to) - minutesOf(from)) / minutes),
    0,
  )
}
