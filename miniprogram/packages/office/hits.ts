/** 会影响谁: whom a change hits, as one line each. */
import type { PlanEffect } from '../../services/plan'
import { spokenDate, spokenTime } from '../../shared/dates'

type Hit = PlanEffect['people'][number]

const rows = (people: readonly Hit[], when: (hit: Hit) => readonly string[]) =>
  people.map((hit, index) => ({
    key: String(index),
    text: [hit.name, ...when(hit), hit.contact?.phone].filter(Boolean).join('，'),
  }))

/** Anywhere, on any day. */
export const hitRows = (people: readonly Hit[]) =>
  rows(people, ({ venueName, date, start }) => [
    `${spokenDate(date)} ${spokenTime(start)}`,
    venueName,
  ])

/** At one place on one day. */
export const hitTimes = (people: readonly Hit[]) => rows(people, ({ start }) => [spokenTime(start)])
