import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { servesAt } from '../../core/kernel/scope'
import { nextBase, slotsOfDay } from '../../core/domain/slots'
import { MOST_SLOTS_A_DAY } from '../../core/kernel/slot-template'
import { slotSettings } from '../../core/store/settings'
import { renewServiceDays } from '../../core/store/service-days'
import { insertMissingSlots } from '../../core/store/slot-plan'
import { slotsBetween } from '../../core/store/slots'
import type { Slot } from '../../core/store/documents/slot'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import { slotOf } from '../plan'
import { openSlotsInput, openSlotsOutput } from '../schema'
import { slotView } from '../view'

const MOST_DAYS_AHEAD = 60

export const openSlots = action({
  summary: '加开一段：某个地方某一天多放一些号',
  by: ['agent', 'window', 'leader', 'admin'],
  scope: 'servedSlots',
  input: openSlotsInput,
  output: openSlotsOutput,
  run: async ({ township, scope, caller, now }, { venueId, date, sessions, minutes, capacity }) => {
    const today = businessDate(now)
    if (date < today || date > addDays(today, MOST_DAYS_AHEAD)) throw wrongDay()
    const venue = (await slotSettings({ township })).venues.find(({ id }) => id === venueId)
    if (!venue || !servesAt(caller, venueId)) throw notFound('这个地方')
    const there = await slotsBetween(scope, venueId, date, date)
    const extra = { days: 'workdays' as const, sessions, minutes, capacity }
    const planned = slotsOfDay(extra, date).map((slot) => slotOf(township, venue, slot))
    const known = new Set(there.map(({ _id }) => _id))
    const fresh = planned.filter(({ _id, startAt }) => startAt > now && !known.has(_id))
    const own = there.filter(
      ({ _id, extra: byHand }) => byHand && planned.some((slot) => slot._id === _id),
    )
    if (fresh.length === 0 && own.length === 0) throw nothingNew()
    if (fresh.some((slot) => there.some((other) => collides(slot, other)))) throw nothingNew()
    if (there.length + fresh.length > MOST_SLOTS_A_DAY) throw tooMany()
    let base = nextBase(there)
    const opened = fresh.map((slot): Slot => {
      const numbered = { ...slot, base, extra: true }
      base += slot.capacity
      return numbered
    })
    await insertMissingSlots(opened)
    await Promise.allSettled([renewServiceDays(township, venueId, now)])
    return { slots: [...own, ...opened].map((slot) => slotView(slot, now)) }
  },
})

/** A window slot of the day that shares a minute. */
const collides = (a: Slot, b: Slot): boolean =>
  !b.home && b.state === 'open' && a.start < b.end && b.start < a.end

const wrongDay = (): AppError =>
  new AppError('INVALID_INPUT', '日子不对：从今天起，最多两个月。请重新选。', {
    fields: { date: '从今天起，最多两个月' },
  })

const nothingNew = (): AppError =>
  new AppError('INVALID_INPUT', '这段时间已经过了，或者已经有号了。换一段时间再加。', {
    fields: { sessions: '已经过了，或者已经有号' },
  })

const tooMany = (): AppError =>
  new AppError('INVALID_INPUT', `一天最多${String(MOST_SLOTS_A_DAY)}段。把一段的时间放长一点。`, {
    fields: { minutes: '太短了' },
  })
