/** What leaders and supervisors are told. */
import { notice } from '../core/kernel/notices'
import type { Agenda } from '../core/domain/agenda'
import { monthName } from '../core/domain/bulletin/text'
import type { Month } from '../core/domain/bulletin/text'
import type { Notice } from '../core/store/documents/matter'
import { businessDate, spokenDate } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'

/** 通报初稿好了: to the leaders, who edit and publish it. */
export const draftNotice = (id: string, month: Month, title: string, now: Date): Notice =>
  notice(`draft:${id}`, now, {
    to: { role: 'leader' },
    template: 'task',
    title: `${monthName(month)}通报的初稿好了`,
    text: `${title}。数已经数好，文字看一遍，改好再公布。`,
    target: `/packages/supervise/bulletin/bulletin?month=${month}`,
    values: {
      matter: '每月通报',
      place: monthName(month),
      by: `${businessDate(now)} 17:30`,
      hint: '看一遍文字，改好再公布',
    },
  })

/** 议程有了: to whoever leads the meeting and whoever watches. */
export const agendaNotices = (
  id: string,
  week: BusinessDate,
  agenda: Agenda,
  now: Date,
): Notice[] => {
  const count = agenda.reduce((sum, topic) => sum + topic.count, 0)
  return (['leader', 'supervisor'] as const).map((role) =>
    notice(`agenda:${id}`, now, {
      to: { role },
      template: 'task',
      title: '这周调度会的议程有了',
      text: `${spokenDate(week)}这一周，要议的${String(count)}件。开完会在手机上记下定了什么。`,
      target: '/packages/supervise/agenda/agenda',
      values: {
        matter: '周调度会',
        place: '便民服务站',
        by: `${week} 17:30`,
        hint: `要议的${String(count)}件`,
      },
    }),
  )
}
