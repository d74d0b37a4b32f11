import { openAction } from '../../core/kernel/action'
import { announcementView } from '../../core/kernel/announcement'
import { page } from '../../core/kernel/page'
import type { Announcement } from '../../core/store/documents/place'
import { businessDate } from '../../../miniprogram/shared/dates'
import { noticesInput, noticesOutput } from '../schema'

export const notices = openAction({
  summary: '公示栏：一个地方现在贴着的，新的在前',
  by: ['public'],
  scope: 'public',
  input: noticesInput,
  output: noticesOutput,
  run: async ({ scope, now }, { placeId = 'station', cursor }) => {
    const hanging = { ...scope, placeId, withdrawn: false, until: { $gte: businessDate(now) } }
    const { docs, next } = await page<Announcement>('announcements', hanging, {
      field: 'at',
      cursor,
    })
    return { notices: docs.map(announcementView), next }
  },
})
