/** What a crash left: decisions of a meeting whose orders were not all issued. Then its notices. */
import type { MeetingDocument } from '../../core/store/documents/meeting'
import { issueDecisions } from '../../supervision/meeting/orders'
import { sendNotices } from './notices'

export async function finishMeeting(meeting: MeetingDocument, now: Date): Promise<void> {
  const held = meeting.log.findLast(({ action }) => action === 'hold')
  if (held && !meeting.ordered) {
    const caller = { id: held.by, name: meeting.heldBy ?? '' }
    await issueDecisions({ township: meeting.township, now, caller }, meeting)
  }
  await sendNotices('meetings', meeting, now)
}
