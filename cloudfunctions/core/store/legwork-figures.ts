/** 按约、来人、走访: counted from the days at the counters and from the visits written down. */
import { tallyDay } from '../domain/bulletin/queue-day'
import type { Part } from '../domain/bulletin/count'
import type { DayDocument } from './documents/day'
import type { Visit } from './documents/visit'
import { paged } from './paged'
import { businessDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** Moments from the first up to, not including, the second. */
export interface Stretch {
  readonly $gte: Date
  readonly $lt: Date
}

type CountedDay = Pick<DayDocument, '_id' | 'venueId' | 'date' | 'entries' | 'counts'>

/** Who came: from the queue while the names are there, from what was kept when they are gone. */
export async function queueParts(
  township: string,
  dates: { readonly $gte: BusinessDate; readonly $lte: BusinessDate },
  unitsOfItems: ReadonlyMap<string, string>,
): Promise<Part[]> {
  const days = paged<CountedDay>('days', { township, date: dates }, 'date', {
    venueId: 1,
    date: 1,
    counts: 1,
    'entries.no': 1,
    'entries.units': 1,
    'entries.items': 1,
  })
  const parts: Part[] = []
  for await (const { venueId, date, entries, counts } of days) {
    const { kept, units } = counts ?? tallyDay(entries)
    const add = (unit: string, figures: Part['figures']) => {
      parts.push({ day: date, unit, villageId: venueId, figures })
    }
    for (const [code, n] of Object.entries(kept ?? {})) {
      add(unitsOfItems.get(code) ?? '', { kept: n })
    }
    for (const [unit, n] of Object.entries(units ?? {})) add(unit, { came: n })
  }
  return parts
}

type CountedVisit = Pick<Visit, '_id' | 'at' | 'villageId' | 'unit'>

/** 走访, on the day on which it was written down: nothing is added to a month that is over. */
export async function visitParts(township: string, span: Stretch): Promise<Part[]> {
  const visits = paged<CountedVisit>('visits', { township, at: span }, 'at', {
    at: 1,
    villageId: 1,
    unit: 1,
  })
  const parts: Part[] = []
  for await (const { at, villageId, unit = '' } of visits) {
    parts.push({ day: businessDate(at), unit, villageId, figures: { visits: 1 } })
  }
  return parts
}
