import type { CallUnit } from '../../../services/office'
import { businessDate, relativeDate, spokenTime, wallTime } from '../../../shared/dates'

export interface CallRow {
  readonly id: string
  readonly name: string
  /** `2件没人打开` */
  readonly head: string
  readonly matters: readonly {
    readonly id: string
    readonly name: string
    readonly line: string
    /** 打过了: by whom to whom; empty while nobody called. */
    readonly called: string
  }[]
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
  return units.map(({ id, name, phone, people, matters }) => ({
    id,
    name,
    head: `${String(matters.length)}件没人打开`,
    matters: matters.map(({ id: matterId, number, itemName, receivedAt, lookBy, called }) => {
      const at = new Date(receivedAt)
      const came = `${relativeDate(businessDate(at), today)}${spokenTime(wallTime(at))}交来`
      return {
        id: matterId,
        name: itemName,
        line: `${number}，${came}，最晚${relativeDate(lookBy, today)}看`,
        called: called
          ? `${called.byName}${spokenTime(wallTime(new Date(called.at)))}打给了${called.toName}`
          : '',
      }
    }),
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
