import { notice } from '../core/kernel/notices'
import type { Notice } from '../core/store/documents/matter'
import type { Seat, Slot } from '../core/store/documents/slot'
import { spokenDate, spokenTime } from '../../miniprogram/shared/dates'

const when = (slot: Slot): string => `${spokenDate(slot.date)} ${spokenTime(slot.start)}`

const ticketPage = (seat: Seat): string => `/packages/booking/ticket/ticket?id=${seat.id}`

const values = (slot: Slot, seat: Seat, hint: string) => ({
  place: slot.venueName,
  at: `${slot.date} ${slot.start}`,
  number: String(seat.no),
  hint,
})

/** 约好了 */
export const bookedNotice = (slot: Slot, seat: Seat, now: Date): Notice =>
  notice(`booked:${seat.id}`, now, {
    to: { account: seat.by },
    template: 'booking',
    title: '约好了',
    text: `${when(slot)}，${slot.venueName}，${String(seat.no)}号。到了报号或者报姓名。`,
    target: ticketPage(seat),
    values: values(slot, seat, '到了报号或者报姓名'),
  })

/** 取消了 */
export const cancelledNotice = (slot: Slot, seat: Seat, now: Date): Notice =>
  notice(`cancelled:${seat.id}`, now, {
    to: { account: seat.by },
    template: 'booking',
    title: '号取消了',
    text: `${when(slot)}，${slot.venueName}，${String(seat.no)}号已经取消，号让给别人了。`,
    target: ticketPage(seat),
    values: values(slot, seat, '已经取消，号让给别人了'),
  })

/** 明天有您的号: the day before, in daytime. */
export const reminderNotice = (slot: Slot, seat: Seat, now: Date): Notice =>
  notice(`reminder:${seat.id}`, now, {
    to: { account: seat.by },
    template: 'booking',
    title: '明天有您的号',
    text: `${when(slot)}，${slot.venueName}，${String(seat.no)}号。办${String(seat.items.length)}件事，要带的东西点开看。`,
    target: ticketPage(seat),
    values: values(slot, seat, '明天有您的号，点开看带什么'),
  })
