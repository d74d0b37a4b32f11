import { action } from '../../core/kernel/action'
import { shownContact } from '../../core/kernel/contact'
import { find } from '../../core/store/database'
import type { Slot } from '../../core/store/documents/slot'
import { addDays, instantOf } from '../../../miniprogram/shared/dates'
import { dayInput, dayOutput } from '../schema'

export const day = action({
  summary: '今天谁来：一个地方一天约好的人，按时间排',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'servedSlots',
  input: dayInput,
  output: dayOutput,
  run: async ({ scope }, { venueId, date }) => {
    const startAt = { $gte: instantOf(date), $lt: instantOf(addDays(date, 1)) }
    const slots = await find<Slot>(
      'slots',
      { $and: [scope, { venueId, startAt }] },
      { order: [['startAt', 'asc']], limit: 1000, projection: { past: 0, issued: 0, out: 0 } },
    )
    const visitors = slots.flatMap(({ start, end, seats }) =>
      [...seats]
        .sort((a, b) => a.no - b.no)
        .map((seat) => ({
          id: seat.id,
          ticket: String(seat.no),
          start,
          end,
          name: seat.name,
          items: seat.items,
          note: seat.note,
          contact: seat.contact && shownContact(seat.contact),
        })),
    )
    return { visitors, free: slots.reduce((sum, { remaining }) => sum + remaining, 0) }
  },
})
