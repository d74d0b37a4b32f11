/**
 * 周调度的议程: what a weekly meeting must look at, in fixed order. It opens with what the last one
 * decided and is not done yet; every entry is a fact with its number, nobody is named.
 */
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { addDays, businessDate, spokenDate, weekday } from '../../../miniprogram/shared/dates'

export const AGENDA_TOPICS = {
  decisions: '以前定了，还没办完的',
  overdue: '已经超时的',
  nearDue: '快到期的',
  transfers: '转办了，没人接的',
  disputes: '有争议，要定谁办的',
  badRatings: '差评还没改好的',
  unanswered: '群众问了、催了，没人回的',
} as const

export type AgendaTopic = keyof typeof AGENDA_TOPICS
export const AGENDA_TOPIC_KEYS = Object.keys(AGENDA_TOPICS) as readonly AgendaTopic[]

export interface AgendaEntry {
  readonly kind: 'case' | 'order' | 'rectification'
  readonly id: string
  readonly number: string
  readonly name: string
  readonly unitName: string
  readonly note: string
}

export type Agenda = readonly {
  readonly topic: AgendaTopic
  /** How many there are, also where the list is cut. */
  readonly count: number
  readonly entries: readonly AgendaEntry[]
}[]

/** What an agenda looks at in an open matter. */
export interface AgendaCase {
  readonly _id: string
  readonly number: string
  readonly itemName: string
  readonly unitName: string
  readonly urgentAt: Date
  readonly warnAt: Date
  readonly transfer?: { readonly state: 'asked' | 'declined'; readonly unitName: string } | null
  readonly log: readonly { readonly action: string; readonly at: Date }[]
}

export interface AgendaOrder {
  readonly _id: string
  readonly number: string
  readonly task: string
  readonly unitName: string
  readonly dueOn: BusinessDate
}

export interface AgendaRectification {
  readonly _id: string
  readonly number: string
  readonly itemName: string
  readonly unitName: string
  readonly raisedOn: BusinessDate
}

/** More than this nobody talks through in one meeting; the count says how many there are. */
const MOST_ENTRIES = 20

export function agendaOf(
  cases: readonly AgendaCase[],
  decisions: readonly AgendaOrder[],
  badRatings: readonly AgendaRectification[],
  now: Date,
): Agenda {
  const entries: Readonly<Record<AgendaTopic, readonly AgendaEntry[]>> = {
    decisions: decisions.map((order) => orderEntry(order, businessDate(now))),
    overdue: cases
      .filter(({ urgentAt }) => urgentAt <= now)
      .map((doc) => caseEntry(doc, `${lastDayOf(doc)}到期`)),
    nearDue: cases
      .filter(({ urgentAt, warnAt }) => urgentAt > now && warnAt <= now)
      .map((doc) => caseEntry(doc, `最晚${lastDayOf(doc)}`)),
    transfers: cases
      .filter(({ transfer }) => transfer?.state === 'asked')
      .map((doc) => caseEntry(doc, `等${doc.transfer?.unitName ?? ''}接手`)),
    disputes: cases
      .filter(({ transfer }) => transfer?.state === 'declined')
      .map((doc) => caseEntry(doc, `${doc.transfer?.unitName ?? ''}没有接`)),
    badRatings: badRatings.map((doc) => ({
      kind: 'rectification',
      id: doc._id,
      number: doc.number,
      name: doc.itemName,
      unitName: doc.unitName,
      note: `${spokenDate(doc.raisedOn)}评的`,
    })),
    unanswered: cases
      .filter(waitsForWord)
      .map((doc) => caseEntry(doc, `${spokenDate(businessDate(lastAt(doc)))}问的`)),
  }
  return AGENDA_TOPIC_KEYS.map((topic) => ({
    topic,
    count: entries[topic].length,
    entries: entries[topic].slice(0, MOST_ENTRIES),
  }))
}

const caseEntry = (doc: AgendaCase, note: string): AgendaEntry => ({
  kind: 'case',
  id: doc._id,
  number: doc.number,
  name: doc.itemName,
  unitName: doc.unitName,
  note,
})

const orderEntry = (order: AgendaOrder, today: BusinessDate): AgendaEntry => ({
  kind: 'order',
  id: order._id,
  number: order.number,
  name: order.task,
  unitName: order.unitName,
  note: `${spokenDate(order.dueOn)}前${order.dueOn < today ? '，过期了' : ''}`,
})

/** `urgentAt` is the midnight after the last day. */
const lastDayOf = ({ urgentAt }: AgendaCase): string =>
  spokenDate(businessDate(new Date(urgentAt.getTime() - 1)))

const lastAt = ({ log }: AgendaCase): Date => log[log.length - 1]?.at ?? new Date(0)

/** The last word was the villager's. */
const waitsForWord = ({ log }: AgendaCase): boolean =>
  ['ask', 'urge'].includes(log[log.length - 1]?.action ?? '')

/** The Monday of the week in which a day lies; Sunday ends a week. */
export const mondayOf = (day: BusinessDate): BusinessDate => addDays(day, -((weekday(day) + 6) % 7))
