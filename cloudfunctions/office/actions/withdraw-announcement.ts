import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne, updateOne } from '../../core/store/database'
import type { Announcement } from '../../core/store/documents/place'
import { withdrawAnnouncementInput, withdrawAnnouncementOutput } from '../schema/places'

export const withdrawAnnouncement = action({
  summary: '把公示栏上的一张提前撤下',
  by: ['admin', 'agent'],
  scope: 'ownBoard',
  input: withdrawAnnouncementInput,
  output: withdrawAnnouncementOutput,
  run: async ({ scope }, { id }) => {
    const sheet = await findOne<Announcement>('announcements', { ...scope, _id: id })
    if (!sheet) throw notFound('这张公示')
    await updateOne(
      'announcements',
      { ...scope, _id: id },
      { $set: { withdrawn: true }, $inc: { v: 1 } },
    )
    return { withdrawn: true }
  },
})
