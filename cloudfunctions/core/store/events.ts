/** The log of a matter: append-only and hash-chained, without personal data in what is hashed. */
import type { Matter, MatterEvent } from './documents/matter'
import { sha256 } from '../kernel/hash'
import { randomSalt } from '../kernel/crypto'

export interface NewEvent {
  readonly at: Date
  readonly by: string
  readonly byName: string
  readonly action: string
  readonly to: string
  readonly key: string
  readonly content: string
  readonly text: string
}

const GENESIS = '0'.repeat(64)

/** The next event of a matter; `matter` is null for the first. */
export function nextEvent(
  matter: Pick<Matter, 'log' | 'state'> | null,
  event: NewEvent,
): MatterEvent {
  const last = matter?.log.at(-1)
  const said = { salt: randomSalt(), byName: event.byName, text: event.text }
  const public_ = {
    n: (last?.n ?? 0) + 1,
    at: event.at,
    by: event.by,
    action: event.action,
    from: matter?.state ?? null,
    to: event.to,
    key: event.key,
    content: event.content,
    commitment: commitmentOf(said),
  }
  const prev = last?.hash ?? GENESIS
  return { ...public_, prev, hash: sha256(prev, public_), said }
}

const commitmentOf = (said: NonNullable<MatterEvent['said']>): string =>
  sha256(said.salt, { byName: said.byName, text: said.text })

/** What is wrong with an event: its place, its link to the one before, itself, or its words. */
export type Damage = 'place' | 'link' | 'event' | 'words' | 'state'

export interface BrokenLink {
  /** The number of the first event that does not fit. */
  readonly n: number
  readonly damage: Damage
}

/**
 * The first link of the chain that does not hold, or null when the whole chain does. With `state`,
 * also whether the matter stands where its last event left it: an event cut off at the end shows.
 */
export function brokenLink(log: readonly MatterEvent[], state?: string): BrokenLink | null {
  let previous = GENESIS
  for (const [index, { prev, hash, said, ...public_ }] of log.entries()) {
    const n = index + 1
    if (public_.n !== n) return { n, damage: 'place' }
    if (prev !== previous) return { n, damage: 'link' }
    if (hash !== sha256(prev, public_)) return { n, damage: 'event' }
    if (said !== null && public_.commitment !== commitmentOf(said)) return { n, damage: 'words' }
    previous = hash
  }
  const stands = state === undefined || log.at(-1)?.to === state
  return stands ? null : { n: log.length, damage: 'state' }
}

/** The number of the first event that does not fit, or null when the whole chain holds. */
export const brokenEvent = (log: readonly MatterEvent[]): number | null =>
  brokenLink(log)?.n ?? null
