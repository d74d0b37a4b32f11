/** 下午四点: what no department opened or signed for, as one message to the leader of the day. */
import { readUnopened } from '../../case/unopened'
import type { Unopened } from '../../case/unopened'
import { isCallTime, nextCallTime } from '../../core/domain/call-list'
import { notice } from '../../core/kernel/notices'
import { calendarOf } from '../../core/kernel/township-calendar'
import { noteTold } from '../../core/store/calls'
import type { CallSettings } from '../../core/store/documents/calls'
import type { Notice } from '../../core/store/documents/matter'
import { businessDate } from '../../../miniprogram/shared/dates'
import { sendNotices } from './notices'

/** One message a day: the second tick of a day finds it noted, and one that is too late is quiet. */
export async function tellCalls(settings: CallSettings, now: Date): Promise<void> {
  const { township } = settings
  const calendar = calendarOf(township)
  const today = businessDate(now)
  let current = settings
  if (settings.toldOn !== today && isCallTime(now, calendar)) {
    const unopened = await readUnopened(township, { cases: {}, orders: LEADERS_MAY_KNOW }, now)
    const out = tellsOf(settings, unopened, now)
    // Another tick was first: it sends.
    if (!(await noteTold(settings, today, out))) return
    current = { ...settings, toldOn: today, v: settings.v + 1, out: [...settings.out, ...out] }
  }
  await sendNotices('settings', current, now, () => nextCallTime(now))
}

/** What a leader may know of what people raise; who is meant by a complaint is no reader of it. */
const LEADERS_MAY_KNOW = { watch: { $in: ['station', 'leader'] } }

function tellsOf({ township }: CallSettings, { cases, orders }: Unopened, now: Date): Notice[] {
  if (cases.length + orders.length === 0) return []
  const today = businessDate(now)
  const units = new Set([...cases, ...orders].map(({ unitName }) => unitName))
  const what = [
    ...(cases.length > 0 ? [`${String(cases.length)}件事没人打开`] : []),
    ...(orders.length > 0 ? [`${String(orders.length)}张交办单没签收`] : []),
  ].join('，')
  return [
    notice(`calls:${township}:${today}`, now, {
      to: { duty: 'leader' },
      template: 'task',
      title: cases.length > 0 ? '有事还没人打开' : '有交办单还没签收',
      text: `${String(units.size)}个单位：${what}。点开看打给谁。`,
      target: '/packages/office/calls/calls',
      values: {
        matter: what,
        place: [...units].join('、'),
        by: `${today} 17:30`,
        hint: '点开，一个个打电话',
      },
    }),
  ]
}
