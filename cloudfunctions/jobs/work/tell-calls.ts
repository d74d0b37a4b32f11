/** 下午四点: what no department opened, as one message to the leader of the day. */
import { isCallTime, nextCallTime, waitsTooLong } from '../../core/domain/call-list'
import { notice } from '../../core/kernel/notices'
import { calendarOf } from '../../core/kernel/township-calendar'
import { noteTold, unopenedCases } from '../../core/store/calls'
import type { UnopenedCase } from '../../core/store/calls'
import type { CallSettings } from '../../core/store/documents/calls'
import { businessDate } from '../../../miniprogram/shared/dates'
import { sendNotices } from './notices'

/** One message a day: the second tick of a day finds it noted, and one that is too late is quiet. */
export async function tellCalls(settings: CallSettings, now: Date): Promise<void> {
  const { township } = settings
  const calendar = calendarOf(township)
  const today = businessDate(now)
  let current = settings
  if (settings.toldOn !== today && isCallTime(now, calendar)) {
    const unopened = (await unopenedCases({ township })).filter(({ receivedAt }) =>
      waitsTooLong(receivedAt, now, calendar),
    )
    const out = unopened.length > 0 ? [callNotice(settings, unopened, now)] : []
    // Another tick was first: it sends.
    if (!(await noteTold(settings, today, out))) return
    current = { ...settings, toldOn: today, v: settings.v + 1, out: [...settings.out, ...out] }
  }
  await sendNotices('settings', current, now, () => nextCallTime(now, calendar))
}

function callNotice({ township }: CallSettings, unopened: readonly UnopenedCase[], now: Date) {
  const today = businessDate(now)
  const units = new Set(unopened.map(({ unitName }) => unitName))
  return notice(`calls:${township}:${today}`, now, {
    to: { duty: 'leader' },
    template: 'task',
    title: '有事还没人打开',
    text: `${String(units.size)}个单位有${String(unopened.length)}件事还没人打开。点开看打给谁。`,
    target: '/packages/office/calls/calls',
    values: {
      matter: `${String(unopened.length)}件事没人打开`,
      place: [...units].join('、'),
      by: `${today} 17:30`,
      hint: '点开，一个个打电话',
    },
  })
}
