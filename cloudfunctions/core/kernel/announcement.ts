import type { Announcement } from '../store/documents/place'

/** 公示栏上的一张, as everybody sees it: who pinned it up is not said. */
export const announcementView = ({ _id, placeId, title, text, at, until }: Announcement) => ({
  id: _id,
  placeId,
  title,
  text,
  at: at.toISOString(),
  until,
})
