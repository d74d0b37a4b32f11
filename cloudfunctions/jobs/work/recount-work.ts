/**
 * 每天数一遍: closed days are counted again and written over; when a month is over its bulletin is
 * drafted (每月文字通报). Late or twice gives the same, because both count as things stood at the
 * end of the day and of the month.
 */
import { draftText, bulletinTitle } from '../../core/domain/bulletin/text'
import type { Month } from '../../core/domain/bulletin/text'
import { addMonths, firstDay, lastDay, lastFinished } from '../../core/domain/bulletin/month'
import { addSums, sumParts, tableOf } from '../../core/domain/bulletin/table'
import { create } from '../../core/store/commit'
import type { BulletinDocument } from '../../core/store/documents/bulletin'
import type { WorkSettings } from '../../core/store/documents/rollup'
import { advanceSettings } from '../../core/store/settings'
import { keptPlaces } from '../../core/store/places'
import { recountDays, unansweredAt } from '../../core/store/work-figures'
import { bornOfItself, newMatter } from '../../core/store/new-matter'
import { draftNotice } from '../../supervision/notices'
import { nextNight } from './night'
import { recordWarningsUpTo } from './warn'
import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'

export async function recountWork(settings: WorkSettings, now: Date): Promise<void> {
  const { township } = settings
  const today = businessDate(now)
  const yesterday = addDays(today, -1)
  await recordWarningsUpTo(township, instantOf(today), now)
  const from = settings.doneUntil ? addDays(settings.doneUntil, 1) : yesterday
  if (from <= yesterday) await recountDays(township, from, yesterday)
  const finished = lastFinished(today)
  // The month before the program began has nothing to tell.
  let month = settings.draftedUntil ? addMonths(settings.draftedUntil, 1) : addMonths(finished, 1)
  for (; month <= finished; month = addMonths(month, 1)) await draft(township, month, now)
  await advanceSettings(settings, {
    doneUntil: yesterday,
    draftedUntil: finished,
    nextDueAt: nextNight(now),
  })
}

/** Counts the whole month once more, so that what moved within it is where it belongs. */
async function draft(township: string, month: Month, now: Date): Promise<void> {
  const [sums, unanswered, places] = await Promise.all([
    recountDays(township, firstDay(month), lastDay(month)),
    unansweredAt(township, lastDay(month)),
    keptPlaces(township),
  ])
  const table = tableOf(addSums([sums, sumParts(unanswered)]), places.departments, places.villages)
  const id = `${township}:bulletin:${month}`
  const title = bulletinTitle(places.name, month)
  const bulletin = newMatter<BulletinDocument>(
    bornOfItself(township, now, id),
    { _id: id, action: 'draft', state: 'draft', text: '按办件数据起草' },
    {
      month,
      title,
      table,
      sections: draftText(month, table),
      addenda: [],
      publishedAt: null,
      publishedBy: null,
      hash: null,
    },
    { tell: () => [draftNotice(id, month, title, now)] },
  )
  await create('bulletins', bulletin)
}
