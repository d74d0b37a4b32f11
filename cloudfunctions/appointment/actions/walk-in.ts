import { action } from '../../core/kernel/action'
import { otherContent } from '../../core/store/commit'
import { notFound } from '../../core/kernel/errors'
import { todayAt } from '../../core/kernel/visitor'
import { nextWalkInNumber } from '../../core/domain/queue'
import { changeDay, findDay } from '../../core/store/days'
import { entryView, priorityOf, unitsOfItems } from '../queue'
import { walkInInput, walkInOutput } from '../schema'
import { itemsOf } from '../seating'

export const walkIn = action({
  summary: '现场取号：没约直接来的，按来的先后；优先要写原因',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'servedSlots',
  input: walkInInput,
  output: walkInOutput,
  run: async (call, input) => {
    const { township, now, request } = call
    const { name = '', villageId = '', codes = [], priority } = input
    const which = todayAt(call, input.venueId)
    const [day, items] = await Promise.all([findDay(which), itemsOf(township, codes)])
    const units = await unitsOfItems(township, items)
    const entries = await changeDay(which, day, (there) => {
      const before = there.find(({ id }) => id === request.key)
      if (before && (before.name !== name || before.villageId !== villageId)) throw otherContent()
      if (before) return null
      return {
        id: request.key,
        no: nextWalkInNumber(there),
        name,
        villageId,
        items,
        units,
        arrivedAt: now,
        dueAt: null,
        priority: priorityOf(call, priority),
        state: 'waiting',
        call: null,
        outcome: null,
      }
    })
    const entry = entries.find(({ id }) => id === request.key)
    if (!entry) throw notFound('这个号')
    return { entry: entryView(entry, entries, now) }
  },
})
