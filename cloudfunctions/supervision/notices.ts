/** What leaders and supervisors are told. */
import { notice } from '../core/kernel/notices'
import { monthName } from '../core/domain/bulletin/text'
import type { Month } from '../core/domain/bulletin/text'
import type { Notice } from '../core/store/documents/matter'
import { businessDate } from '../../miniprogram/shared/dates'

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
