/**
 * 周调度: the agenda is drafted on Monday at 07:30. Late it is drafted for the week that runs; weeks
 * that nobody lived through are not made up for.
 */
import { mondayOf } from '../../core/domain/agenda'
import { MEETING } from '../../core/domain/flows/meeting'
import { readAgenda } from '../../core/store/agenda'
import { create } from '../../core/store/commit'
import type { DispatchSettings, MeetingDocument } from '../../core/store/documents/meeting'
import { advanceSettings } from '../../core/store/settings'
import { bornOfItself, newMatter } from '../../core/store/new-matter'
import { meetingId } from '../../supervision/meeting/id'
import { agendaNotices } from '../../supervision/notices'
import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'

const AT = '07:30'

export async function draftAgenda(settings: DispatchSettings, now: Date): Promise<void> {
  const { township, draftedFor } = settings
  const week = mondayOf(businessDate(now))
  const isTime = now >= instantOf(week, AT)
  // On the very first run the week is under way already: it has no meeting.
  if (draftedFor !== null && draftedFor < week && isTime) await draft(township, week, now)
  const next = isTime ? addDays(week, 7) : week
  await advanceSettings(settings, {
    draftedFor: isTime ? week : (draftedFor ?? addDays(week, -7)),
    nextDueAt: instantOf(next, AT),
  })
}

async function draft(township: string, week: string, now: Date): Promise<void> {
  const agenda = await readAgenda(township, now)
  const id = meetingId(township, week)
  const meeting = newMatter<MeetingDocument>(
    bornOfItself(township, now, id),
    { _id: id, action: 'draft', state: MEETING.initial, text: '起草了议程' },
    { week, agenda, minutes: '', decisions: [], ordered: true, heldAt: null, heldBy: null },
    { tell: () => agendaNotices(id, week, agenda, now) },
  )
  await create('meetings', meeting)
}
