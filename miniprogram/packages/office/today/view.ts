import type { Slot } from '../../../services/appointment'
import type { Day, Visitor } from '../../../services/office'
import { daysBetween, halfDay, relativeDate, spokenDate, spokenTime } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'

export interface Leaf {
  readonly date: BusinessDate
  readonly above: string
  readonly day: string
  readonly note: string
}

export interface TimeRow {
  readonly time: string
  readonly visitors: readonly {
    readonly id: string
    readonly ticket: string
    readonly name: string
    readonly items: string
    readonly note: string
    readonly tag: VisitorTag | null
  }[]
}

export interface VisitorTag {
  readonly tone: string
  readonly icon: string
  readonly text: string
}

const TAGS: Readonly<Record<Visitor['state'], VisitorTag | null>> = {
  expected: null,
  offered: { tone: 'off', icon: 'hourglass', text: '等回话' },
  waiting: { tone: 'act', icon: 'user', text: '到了' },
  called: { tone: 'info', icon: 'notification', text: '叫到了' },
  served: { tone: 'ok', icon: 'check-circle', text: '办了' },
  absent: { tone: 'off', icon: 'time', text: '不在' },
}

/** 等着的, in the order in which they are called. */
export interface QueueRow {
  readonly id: string
  readonly ticket: string
  readonly name: string
  readonly note: string
  readonly tag: VisitorTag | null
}

/** Those who were called first, then those who wait, in their order. */
export function queueRows({ visitors, walkIns, order }: Day): QueueRow[] {
  const all = [...visitors, ...walkIns]
  const waiting = order.flatMap((id) => all.find((visitor) => visitor.id === id) ?? [])
  const called = all.filter(({ state }) => state === 'called')
  return [...called, ...waiting].map(({ id, ticket, name, items, priority, state, start }) => ({
    id,
    ticket,
    name: name || '没留名',
    note: [
      priority,
      Number(ticket) > WALK_IN ? `${spokenTime(start)}来的` : `约的${spokenTime(start)}`,
      items.map((item) => item.name).join('、'),
    ]
      .filter(Boolean)
      .join('，'),
    tag: TAGS[state],
  }))
}

/** Numbers above are of people who just came. */
const WALK_IN = 500

/** 上门路线: where to, in the order of the numbers. */
export const routeRows = ({ visitors }: Day) =>
  visitors
    .filter(({ home }) => home)
    .map(({ id, name, place, items, start, contact }) => ({
      id,
      name,
      place,
      note: `${halfDay(start)}，${items.map((item) => item.name).join('、')}${
        contact?.phone ? `，电话${contact.phone}` : ''
      }`,
    }))

export function countsLine(counts: Day['counts']): string {
  if (!counts) return ''
  const { booked, came, walkIns, served } = counts
  return `约了${String(booked)}人，来了${String(came)}人，另有${String(walkIns)}人直接来，办了${String(served)}件`
}

/** How many visitors are drawn at once. */
export const MOST_VISITORS = 40

/** The days on which the place is open, with how many are booked. */
export function leavesOf(slots: readonly Slot[], today: BusinessDate): Leaf[] {
  const booked = new Map<BusinessDate, number>()
  for (const { date, capacity, remaining } of slots) {
    booked.set(date, (booked.get(date) ?? 0) + capacity - remaining)
  }
  return [...booked.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, count]) => ({
      date,
      above:
        daysBetween(today, date) < 3
          ? relativeDate(date, today)
          : `${String(Number(date.slice(5, 7)))}月`,
      day: String(Number(date.slice(8))),
      note: count ? `约${String(count)}人` : '没人约',
    }))
}

/** `own`: the agent of this village looks, who knows how to reach them. */
export function timeRows(visitors: readonly Visitor[], own = false): TimeRow[] {
  const rows = new Map<string, Visitor[]>()
  for (const visitor of visitors) {
    const time = `${spokenTime(visitor.start)}–${spokenTime(visitor.end)}`
    const there = rows.get(time) ?? []
    there.push(visitor)
    rows.set(time, there)
  }
  return [...rows.entries()].map(([time, there]) => ({
    time,
    visitors: there.map(({ id, ticket, name, items, note, contact, state, numbers }) => ({
      id,
      ticket,
      name,
      items: items.map((item) => item.name).join('、'),
      note: [
        note,
        contact && !own ? contactWord(contact.by) : '',
        numbers.length > 0 ? `收件${numbers.join('、')}` : '',
      ]
        .filter(Boolean)
        .join('；'),
      tag: TAGS[state],
    })),
  }))
}

/** Only what helps at the door; the number stays masked elsewhere. */
function contactWord(by: string): string {
  if (by === 'agent') return '没来就打给代办员'
  return by === 'paper' ? '没有电话' : ''
}

export function daySentence(day: Day, date: BusinessDate, today: BusinessDate): string {
  const when = date === today ? '今天' : spokenDate(date, today)
  const count = day.visitors.length
  if (count === 0) return `${when}还没有人约`
  return `${when}约了${String(count)}人，还空${String(day.free)}个号`
}
