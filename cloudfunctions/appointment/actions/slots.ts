import { openAction } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { find } from '../../core/store/database'
import type { Slot } from '../../core/store/documents/slot'
import { addDays, daysBetween, instantOf } from '../../../miniprogram/shared/dates'
import { slotsInput, slotsOutput } from '../schema'
import { slotView } from '../view'

const MOST_DAYS = 62

export const slots = openAction({
  summary: '一个地方哪几天、哪个时间还有号',
  by: ['public'],
  scope: 'public',
  input: slotsInput,
  output: slotsOutput,
  run: async ({ scope, now }, { venueId, from, to }) => {
    const days = daysBetween(from, to)
    if (days < 0 || days > MOST_DAYS) {
      const what = days < 0 ? '不能早于开始的日子' : '一次最多看两个月'
      throw new AppError('INVALID_INPUT', `看号的日子不对：${what}。换个日子再看。`, {
        fields: { to: what },
      })
    }
    const startAt = { $gte: instantOf(from), $lt: instantOf(addDays(to, 1)) }
    const found = await find<Slot>(
      'slots',
      { ...scope, venueId, startAt },
      {
        order: [['startAt', 'asc']],
        limit: 1000,
        projection: { seats: 0, past: 0, issued: 0, out: 0 },
      },
    )
    return { slots: found.map((slot) => slotView(slot, now)) }
  },
})
