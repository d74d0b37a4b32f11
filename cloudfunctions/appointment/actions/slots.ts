import { openAction } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { slotsBetween, WITHOUT_PEOPLE } from '../../core/store/slots'
import { daysBetween } from '../../../miniprogram/shared/dates'
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
    const found = await slotsBetween(scope, venueId, from, to, WITHOUT_PEOPLE)
    const views = (home: boolean) =>
      found.filter((slot) => (slot.home ?? false) === home).map((slot) => slotView(slot, now))
    return { slots: views(false), homeVisits: views(true) }
  },
})
