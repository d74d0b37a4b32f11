/** What the weekly agenda is made of, read once a week. */
import { agendaOf } from '../domain/agenda'
import type { Agenda, AgendaCase, AgendaOrder, AgendaRectification } from '../domain/agenda'
import { find } from './database'
import { paged } from './paged'

/** Names, numbers and dates; no person and no text. */
const SHOWN = {
  number: 1,
  itemName: 1,
  unitName: 1,
  urgentAt: 1,
  warnAt: 1,
  'transfer.state': 1,
  'transfer.unitName': 1,
  'log.action': 1,
  'log.at': 1,
} as const

/** Bad ratings are few; what is beyond this the next agenda shows. */
const MOST = 200

export async function readAgenda(township: string, now: Date): Promise<Agenda> {
  const cases: AgendaCase[] = []
  const open = paged<AgendaCase>('cases', { township, open: true }, 'urgentAt', SHOWN)
  for await (const doc of open) cases.push(doc)
  const [decisions, badRatings] = await Promise.all([
    find<AgendaOrder>(
      'orders',
      { township, open: true, 'origin.kind': 'meeting' },
      {
        order: [['dueAt', 'asc']],
        limit: MOST,
        projection: { number: 1, task: 1, unitName: 1, dueOn: 1 },
      },
    ),
    find<AgendaRectification>(
      'rectifications',
      { township, open: true },
      {
        order: [['urgentAt', 'asc']],
        limit: MOST,
        projection: { number: 1, itemName: 1, unitName: 1, raisedOn: 1, level: 1 },
      },
    ),
  ])
  return agendaOf(cases, decisions, badRatings.filter(isBadRating), now)
}

/** A sampled follow-up call has no level of its own. */
const isBadRating = (doc: AgendaRectification & { readonly level?: number | null }): boolean =>
  (doc.level ?? 5) <= 2
