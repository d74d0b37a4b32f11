import { action } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { MeetingDocument } from '../../core/store/documents/meeting'
import { keptPlaces } from '../../core/store/places'
import { agendaInput, agendaOutput } from '../schema/meeting'
import { meetingView } from '../meeting/view'
import type { DecidedOrder } from '../meeting/view'

/** Two months of Mondays. */
const MOST_WEEKS = 9

export const agenda = action({
  summary: '周调度：这周的议程，会上定了什么、办到哪了',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: agendaInput,
  output: agendaOutput,
  run: async ({ scope, township }, { week }) => {
    const { departments } = await keptPlaces(township)
    const meetings = await find<MeetingDocument>(
      'meetings',
      { ...scope, week: { $lte: week ?? '9999-12-31' } },
      { order: [['week', 'desc']], limit: MOST_WEEKS, projection: { log: 0, out: 0, schema: 0 } },
    )
    const [latest] = meetings
    const ids = latest?.decisions.map(({ orderId }) => orderId) ?? []
    const orders = ids.length
      ? await find<DecidedOrder>('orders', { township, _id: { $in: ids } })
      : []
    return {
      meeting: latest ? meetingView(latest, orders) : null,
      units: departments,
      weeks: meetings.map((one) => one.week),
    }
  },
})
