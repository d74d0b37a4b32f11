import type { CallUnit } from '../../../services/office'
import { businessDate, relativeDate, spokenTime, wallTime } from '../../../shared/dates'

/** 一件没人打开的事，或者一张没人签收的交办单. */
export interface Waiting {
  readonly id: string
  readonly kind: 'case' | 'order'
  readonly name: string
  readonly line: string
  /** 打过了: by whom to whom; empty while nobody called. */
  readonly called: string
}

export interface CallRow {
  readonly id: string
  readonly name: string
  /** `2件没人打开，1张没签收` */
  readonly head: string
  readonly waiting: readonly Waiting[]
  /** Whom to call: the posts of the unit, then its office. */
  readonly people: readonly {
    readonly key: string
    readonly name: string
    readonly line: string
    readonly phone: string
  }[]
}

/** Units stay in the order in which they come: never ranked. */
export function callRows(units: readonly CallUnit[], now: Date): CallRow[] {
  const today = businessDate(now)
  const came = (at: string) => {
    const instant = new Date(at)
    return `${relativeDate(businessDate(instant), today)}${spokenTime(wallTime(instant))}`
  }
  return units.map(({ id, name, phone, people, matters, orders }) => ({
    id,
    name,
    head: [
      ...(matters.length > 0 ? [`${String(matters.length)}件没人打开`] : []),
      ...(orders.length > 0 ? [`${String(orders.length)}张没签收`] : []),
    ].join('，'),
    waiting: [
      ...matters.map(({ id: caseId, number, itemName, receivedAt, lookBy, called }) => ({
        id: caseId,
        kind: 'case' as const,
        name: itemName,
        line: `${number}，${came(receivedAt)}交来，最晚${relativeDate(lookBy, today)}看`,
        called: calledLine(called),
      })),
      ...orders.map(({ id: orderId, number, task, issuedAt, dueOn, called }) => ({
        id: orderId,
        kind: 'order' as const,
        name: number,
        line: `${task}。${came(issuedAt)}交办，${relativeDate(dueOn, today)}前回复`,
        called: calledLine(called),
      })),
    ],
    people: [
      ...people.map((person) => ({
        key: person.id,
        name: person.name,
        line: [`${person.abPost}岗`, person.post, person.away].filter(Boolean).join('，'),
        phone: person.phone,
      })),
      { key: 'office', name: `${name}办公室`, line: '都打不通，打这个', phone },
    ],
  }))
}

const calledLine = (called: CallUnit['matters'][number]['called']): string =>
  called ? `${called.byName}${spokenTime(wallTime(new Date(called.at)))}打给了${called.toName}` : ''
