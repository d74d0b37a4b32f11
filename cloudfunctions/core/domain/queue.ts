/**
 * 叫号: who is next. Booked people at their time, people who just came in the order they came,
 * priority first and with its reason; nobody waits for somebody who is not there yet.
 *
 * 早去晚去一个样 (first come, first served); half of the places are never booked, so those who
 * just come are served in between.
 */

export type QueueState = 'waiting' | 'called' | 'served' | 'absent'

/** Somebody who is there today, as far as the order cares. */
export interface Queued {
  readonly no: number
  readonly arrivedAt: Date
  /** The time they were promised; null for those who just came. */
  readonly dueAt: Date | null
  readonly priority: object | null
  /** Departments of their matters; empty when nobody knows yet. */
  readonly units: readonly string[]
  readonly state: QueueState
}

/** Smaller is earlier: whose turn, since when, and the number where both came at once. */
type Rank = readonly [turn: number, since: number, no: number]

const TURN = { priority: 0, promised: 1, came: 2, early: 3 } as const

function rankOf({ no, arrivedAt, dueAt, priority }: Queued, now: Date): Rank {
  if (priority) return [TURN.priority, +arrivedAt, no]
  if (!dueAt) return [TURN.came, +arrivedAt, no]
  return [dueAt <= now ? TURN.promised : TURN.early, +dueAt, no]
}

function compareRanks(a: Rank, b: Rank): number {
  const at = a.findIndex((value, index) => value !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/** Those who wait, in the order in which they are called. */
export function inOrder<Entry extends Queued>(entries: readonly Entry[], now: Date): Entry[] {
  return entries
    .filter(({ state }) => state === 'waiting')
    .map((entry) => ({ entry, rank: rankOf(entry, now) }))
    .sort((a, b) => compareRanks(a.rank, b.rank))
    .map(({ entry }) => entry)
}

/**
 * The next for somebody who handles these departments; `null` handles everything. Whose matters are
 * not known yet can be called by anybody.
 */
export const nextFor = <Entry extends Queued>(
  entries: readonly Entry[],
  now: Date,
  units: readonly string[] | null,
): Entry | undefined =>
  inOrder(entries, now).find(
    (entry) =>
      units === null ||
      entry.units.length === 0 ||
      entry.units.some((unit) => units.includes(unit)),
  )

export interface SlotTime {
  readonly startAt: Date
  readonly endAt: Date
  readonly free: number
}

/**
 * The promised time of somebody who comes: their own slot until it is over; when late, the next
 * slot of the day with a place left; null (in order of arrival) when there is none.
 */
export function promisedTime(
  own: Pick<SlotTime, 'startAt' | 'endAt'>,
  day: readonly SlotTime[],
  now: Date,
): Date | null {
  if (now < own.endAt) return own.startAt
  const next = day
    .filter(({ endAt, free }) => endAt > now && free > 0)
    .sort((a, b) => +a.startAt - +b.startAt)[0]
  return next?.startAt ?? null
}

/** Numbers of people who just come begin above those that can be booked. */
export const WALK_IN_BASE = 500

export const nextWalkInNumber = (entries: readonly Pick<Queued, 'no'>[]): number =>
  entries.reduce((highest, { no }) => Math.max(highest, no), WALK_IN_BASE) + 1

/** What the day was like, kept when the names are gone; for planning, never held against anybody. */
export interface DayCounts {
  readonly booked: number
  readonly came: number
  readonly walkIns: number
  readonly served: number
}

export function countDay(
  booked: number,
  entries: readonly Pick<Queued, 'no' | 'state'>[],
): DayCounts {
  const walkIns = entries.filter(({ no }) => no > WALK_IN_BASE).length
  return {
    booked,
    came: entries.length - walkIns,
    walkIns,
    served: entries.filter(({ state }) => state === 'served').length,
  }
}
