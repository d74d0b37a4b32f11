import { relativeDate, spokenTime, wallTime, businessDate } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import type { Gap, Handover } from '../calls'

const WORDS = { accept: '接下来', decline: '接不了', fill: '补交接', end: '提前结束' } as const

export type Answer = keyof typeof WORDS

/** One hand-over as a card: who is away, who stands in, what one can do about it now. */
export function handoverCard(handover: Handover, today: BusinessDate) {
  const { id, from, to, start, until, note, stateText, allowed, events } = handover
  const days =
    start === until
      ? relativeDate(start, today)
      : `${relativeDate(start, today)}到${relativeDate(until, today)}`
  return {
    id,
    title: `${from.name}不在，${to.name}替`,
    days,
    state: stateText,
    note,
    last: events[events.length - 1]?.text ?? '',
    actions: allowed.map((action) => ({ action, text: WORDS[action] })),
  }
}

export function gapCard({ id, window, at, left }: Gap) {
  const then = new Date(at)
  return {
    id,
    window,
    text: `${left}不在，从${relativeDate(businessDate(then), businessDate(new Date()))}${spokenTime(wallTime(then))}起没人`,
  }
}
