/** 在不在: whether the person is in today and who stands in; nothing is said when nobody knows. */
import type { Input, Output } from '../../typings/wire'
import { businessDate } from '../shared/dates'
import { whereText } from '../shared/whereabouts'
import { readCache, writeCache } from './cache'
import { call } from './call'

type People = Output<'catalog', 'people'>['people']

export interface Presence {
  /** `in`, or another word of the board; decides the shape of the dot. */
  readonly state: string
  readonly text: string
  /** Who really picks up: the substitute's number when the person is away. */
  readonly phone: string
}

const FRESH_MS = 10 * 60_000

export async function presenceOf(
  name: string,
  where: Input<'catalog', 'people'>,
): Promise<Presence | null> {
  const person = (await peopleAt(where)).find((one) => one.name === name)
  const there = person?.whereabouts
  if (!person || !there) return null
  const away = there.state !== 'in'
  return {
    state: there.state,
    text: whereText(there, businessDate(new Date())),
    phone: (away && there.substitute?.phone) || person.phone,
  }
}

/** Old news is worse than none here: kept for minutes, not used offline. */
async function peopleAt(where: Input<'catalog', 'people'>): Promise<People> {
  const key = `people:${where.departmentId ?? ''}:${where.villageId ?? ''}`
  const kept = readCache<People>(key)
  if (kept && Date.now() - kept.at < FRESH_MS) return kept.data
  try {
    const { people } = await call('catalog', 'people', where)
    writeCache(key, people)
    return people
  } catch {
    return []
  }
}
