import type { Appointment } from '../../../services/appointment'
import { businessDate, relativeDate, spokenDate, spokenTime, wallTime } from '../../../shared/dates'

export type TicketView = ReturnType<typeof ticketView>

const BANDS: Readonly<Record<Appointment['status'], string>> = {
  booked: '',
  waiting: '排队中',
  offered: '等您回话',
  moved: '已改期',
  cancelled: '已取消',
  past: '已过',
}

/** What the middle of the ticket says above the number. */
const TITLES: Readonly<Record<Appointment['status'], string>> = {
  booked: '到了报这个号，或者报姓名',
  waiting: '正在排队，有空号马上告诉您',
  offered: '给您留着这个号',
  moved: '这个号不能用了',
  cancelled: '这个号不能用了',
  past: '这个号不能用了',
}

type Here = NonNullable<Appointment['here']>

/** On the day, once they checked in: the band, and what the ticket says above the number. */
const HERE: Readonly<
  Record<Here['state'], (here: Here) => readonly [band: string, title: string]>
> = {
  waiting: ({ ahead }) => [
    '已签到',
    ahead > 0 ? `前面还有${String(ahead)}个人，坐着等叫号` : '下一个就是您，坐着等叫号',
  ],
  called: ({ window }) => ['叫到您了', window ? `请到${window}` : '请到窗口'],
  served: ({ numbers }) => [
    '已用过',
    numbers.length > 0 ? `收了件，编号 ${numbers.join('、')}` : '这个号今天办过了',
  ],
  absent: () => ['叫过您了', '叫到您时没见着人，到窗口说一声，马上再叫'],
}

function answerBy({ offerUntil, allowed }: Appointment, today: string): string {
  if (!offerUntil || !allowed.includes('answerOffer')) return ''
  const until = new Date(offerUntil)
  return `${relativeDate(businessDate(until), today)} ${spokenTime(wallTime(until))}`
}

export function ticketView(appointment: Appointment, now = new Date()) {
  const { slot, place, items, status } = appointment
  const today = businessDate(now)
  const near = relativeDate(slot.date, today)
  const [band, title] = appointment.here
    ? HERE[appointment.here.state](appointment.here)
    : [BANDS[status], TITLES[status]]
  return {
    id: appointment.id,
    when: `${spokenDate(slot.date, today)} ${spokenTime(slot.start)}`,
    near: near.length <= 2 ? near : '',
    band,
    place: place.address,
    placeName: place.name,
    phone: place.phone,
    number: appointment.ticket,
    name: appointment.name,
    items: items.map(({ name }) => name),
    codes: items.map(({ code }) => code).join(','),
    note: appointment.note,
    venueId: slot.venueId,
    good: status === 'booked' && appointment.here?.state !== 'served',
    waiting: status === 'waiting',
    /** `今天18:00`: until then the seat is kept for an answer; empty when none is asked for. */
    answerBy: answerBy(appointment, today),
    movedTo: appointment.movedTo ?? '',
    canCancel: appointment.allowed.includes('cancel'),
    canMove: appointment.allowed.includes('reschedule'),
    title,
    event: {
      id: appointment.id,
      date: slot.date,
      start: slot.start,
      end: slot.end,
      title: `办事，${appointment.ticket}号`,
      place: `${place.name} ${place.address}`,
      text: `${appointment.name}：${items.map(({ name }) => name).join('、')}。电话 ${place.phone}`,
    },
  }
}
