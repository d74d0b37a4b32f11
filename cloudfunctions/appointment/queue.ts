/** 当天: what the actions at the window share. */
import type { KnownCall } from '../core/kernel/action'
import { unitsOf } from '../core/kernel/caller'
import { AppError, notFound } from '../core/kernel/errors'
import { todayAt } from '../core/kernel/visitor'
import { inOrder } from '../core/domain/queue'
import { changeDay, findDay } from '../core/store/days'
import type { QueueEntry } from '../core/store/documents/day'
import { itemsByCode } from '../core/store/eve'

export const entryView = (entry: QueueEntry, entries: readonly QueueEntry[], now: Date) => {
  const ahead = inOrder(entries, now).findIndex(({ id }) => id === entry.id)
  return {
    id: entry.id,
    ticket: String(entry.no),
    name: entry.name,
    state: entry.state,
    items: entry.items,
    ahead: Math.max(ahead, 0),
    dueAt: entry.dueAt?.toISOString() ?? null,
  }
}

/** The departments whose people the caller calls; null where everybody does everything. */
export function calledUnits({ caller }: KnownCall, venueId: string): readonly string[] | null {
  const units = venueId === 'hall' ? unitsOf(caller) : []
  return units.length > 0 ? units : null
}

/** Departments of these matters, each once. */
export async function unitsOfItems(
  township: string,
  items: QueueEntry['items'],
): Promise<readonly string[]> {
  if (items.length === 0) return []
  const found = await itemsByCode(
    township,
    items.map(({ code }) => code),
  )
  return [...new Set(found.map(({ department }) => department))]
}

export const priorityOf = ({ caller, now }: KnownCall, reason: string | undefined) =>
  reason === undefined ? null : { reason, byName: caller.name, at: now }

/**
 * One step of somebody who is there. `step` answers the entry as it is afterwards, or null when
 * this very request did it before.
 */
export async function stepOf(
  call: KnownCall,
  venueId: string,
  id: string,
  step: (entry: QueueEntry) => QueueEntry | null,
) {
  const which = todayAt(call, venueId)
  const entries = await changeDay(which, await findDay(which), (there) => {
    const entry = there.find((one) => one.id === id)
    if (!entry) throw notFound('这个人。还没签到的，先签到')
    return step(entry)
  })
  const entry = entries.find((one) => one.id === id)
  if (!entry) throw notFound('这个人')
  return { entry: entryView(entry, entries, call.now) }
}

export const notNow = (words: string): AppError => new AppError('ACTION_NOT_ALLOWED', words)
