import type { Clock } from './clock'

const DAY_MS = 86_400_000
const MORNING_UTC_MS = 23.5 * 3_600_000

/** The next 07:30 in Asia/Shanghai (23:30 UTC the day before) strictly after `instant`. */
export function nextMorning(instant: number): number {
  return Math.floor((instant - MORNING_UTC_MS) / DAY_MS + 1) * DAY_MS + MORNING_UTC_MS
}

export interface Journey {
  readonly clock: Clock
  /** The smallest stored `nextDueAt` strictly after `instant`, or null. */
  readonly nextDue: (instant: number) => Promise<number | null>
  /** One tick of every function with a timer. */
  readonly tick: () => Promise<void>
}

/** Moves the clock to `target` as a cloud whose timers are broken: not even at the end is there a tick. */
export async function jumpTo(target: number, { clock }: Pick<Journey, 'clock'>): Promise<number[]> {
  clock.moveTo(target)
  return []
}

/** How time passes: {@link travelTo}, {@link sleepUntil}, {@link jumpTo}. */
export type Pace = 'awake' | 'asleep' | 'broken'

/** Work that brings further work at once comes to an end. */
const MOST_TICKS = 10

/**
 * Moves the clock to `target` as a cloud that was off would find it: nothing happened on the way,
 * then the timers tick until nothing is due any more.
 * @returns the one stop made
 */
export async function sleepUntil(
  target: number,
  { clock, nextDue, tick }: Journey,
): Promise<number[]> {
  const from = clock.now()
  clock.moveTo(target)
  for (let ticks = 0; ticks < MOST_TICKS; ticks++) {
    await tick()
    const due = await nextDue(from)
    if (due === null || due > target) break
  }
  return [target]
}

/**
 * Moves the clock to `target` as time would have: it stops wherever something is due and each
 * morning at 07:30, and lets the timers work there. Each stop is later than the one before, so a
 * `nextDueAt` that does not move cannot hold the journey up.
 * @returns the stops made, the target included
 */
export async function travelTo(target: number, journey: Journey): Promise<number[]> {
  const stops: number[] = []
  for (let at = journey.clock.now(); at < target;) {
    const due = (await journey.nextDue(at)) ?? target
    const stop = Math.min(due, nextMorning(at), target)
    journey.clock.moveTo(stop)
    await journey.tick()
    stops.push(stop)
    at = Math.max(stop, Math.min(journey.clock.now(), target))
    if (stop === target) break
  }
  return stops
}

export const PACES = {
  awake: travelTo,
  asleep: sleepUntil,
  broken: jumpTo,
} as const satisfies Record<Pace, (target: number, journey: Journey) => Promise<number[]>>
