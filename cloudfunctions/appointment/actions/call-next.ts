import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { todayAt } from '../../core/kernel/visitor'
import { inOrder, nextFor } from '../../core/domain/queue'
import { changeDay, findDay } from '../../core/store/days'
import type { QueueEntry } from '../../core/store/documents/day'
import { calledUnits, entryView, notNow } from '../queue'
import { callNextInput, callNextOutput } from '../schema'

export const callNext = action({
  summary: '叫下一位：约了的按时间，直接来的按先后，优先的有原因；大厅里各窗口叫各自办的事',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'servedSlots',
  input: callNextInput,
  output: callNextOutput,
  run: async (call, { venueId, id }) => {
    const { caller, now, request } = call
    const which = todayAt(call, venueId)
    const window = caller.account.staff?.window ?? ''
    const called = (entry: QueueEntry): QueueEntry => ({
      ...entry,
      state: 'called',
      call: { key: request.key, by: caller.id, window, at: now },
    })
    const byThis = (entry: QueueEntry) => entry.call?.key === request.key
    const entries = await changeDay(which, await findDay(which), (there) => {
      if (there.some(byThis)) return null
      const entry =
        id === undefined ? nextFor(there, now, calledUnits(call, venueId)) : chosen(there, id)
      return entry ? called(entry) : null
    })
    const entry = entries.find(byThis)
    return {
      entry: entry ? entryView(entry, entries, now) : null,
      waiting: inOrder(entries, now).length,
    }
  },
})

/** A certain one: who waits, or was called and not there. */
function chosen(entries: readonly QueueEntry[], id: string): QueueEntry {
  const entry = entries.find((one) => one.id === id)
  if (!entry) throw notFound('这个人。还没签到的，先签到')
  if (entry.state === 'served') throw notNow('这个号今天已经办过了。')
  return entry
}
