import { notice } from '../core/kernel/notices'
import type { Notice, Recipient } from '../core/store/documents/matter'
import { businessDate } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'

/** Something among the people at work: what it is about, where, until when, what to do. */
export interface StaffNews {
  readonly to: Recipient
  readonly title: string
  readonly text: string
  readonly place: string
  readonly by?: BusinessDate
  readonly hint: string
  readonly target: string
}

export const staffNotice = (cause: string, now: Date, news: StaffNews): Notice =>
  notice(cause, now, {
    to: news.to,
    template: 'task',
    title: news.title,
    text: news.text,
    target: news.target,
    values: {
      matter: news.title,
      place: news.place,
      by: `${news.by ?? businessDate(now)} 17:30`,
      hint: news.hint,
    },
  })
