import { businessDate } from '../../../miniprogram/shared/dates'
import { action } from '../../core/kernel/action'
import { announcementView } from '../../core/kernel/announcement'
import { page } from '../../core/kernel/page'
import type { Announcement } from '../../core/store/documents/place'
import { announcementsInput, announcementsOutput } from '../schema/places'

export const announcements = action({
  summary: '公示栏贴过的：挂着的、到期的、撤下的，谁贴的；代办员只看本村的',
  by: ['admin', 'agent'],
  scope: 'ownBoard',
  input: announcementsInput,
  output: announcementsOutput,
  run: async ({ scope, now }, { placeId, cursor }) => {
    const today = businessDate(now)
    const { docs, next } = await page<Announcement>(
      'announcements',
      { placeId, ...scope },
      { field: 'at', cursor },
    )
    const shown = docs.map((sheet) => ({
      ...announcementView(sheet),
      byName: sheet.byName,
      state: stateOf(sheet, today),
    }))
    return { announcements: shown, next }
  },
})

const stateOf = (
  { withdrawn, until }: Announcement,
  today: string,
): 'withdrawn' | 'over' | 'hanging' =>
  withdrawn ? 'withdrawn' : until < today ? 'over' : 'hanging'
