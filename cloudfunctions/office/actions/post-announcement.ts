import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { createOnce } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import type { Announcement } from '../../core/store/documents/place'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import { announcementView } from '../../core/kernel/announcement'
import { postAnnouncementInput, postAnnouncementOutput } from '../schema/places'

/** A sheet that hangs longer than this belongs into the rule texts. */
const LONGEST_DAYS = 366

export const postAnnouncement = action({
  summary: '在一个地方的公示栏贴一张，到期自己下来',
  by: ['admin', 'agent'],
  scope: 'township',
  input: postAnnouncementInput,
  output: postAnnouncementOutput,
  run: async ({ township, now, caller, request }, { placeId: wanted, title, text, until }) => {
    // An agent pins up in the own village, whatever the page says.
    const placeId = caller.roles.includes('admin')
      ? wanted
      : (caller.account.staff?.villageId ?? '')
    const today = businessDate(now)
    if (until < today || until > addDays(today, LONGEST_DAYS)) {
      throw new AppError('INVALID_INPUT', '贴到哪天：从今天起，最长一年。', {
        fields: { until: '从今天起，最长一年' },
      })
    }
    const place = await findOne<PlaceDocument>('places', {
      _id: `${township}:place:${placeId}`,
      township,
    })
    if (!place) throw notFound('这个地方')
    const sheet: Announcement = {
      _id: request.key,
      township,
      schema: 1,
      v: 1,
      placeId,
      title,
      text,
      at: now,
      until,
      withdrawn: false,
      byName: caller.name,
      content: request.content,
    }
    return { announcement: announcementView(await createOnce('announcements', sheet)) }
  },
})
