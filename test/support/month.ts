/**
 * A month of a township's life: matters are handed in by villagers and agents, accepted, decided,
 * completed and rated by the departments, numbers are booked, on the days and in the order that the
 * seed gives.
 */
import { addDays } from '../../miniprogram/shared/dates'
import { dataFile } from '../domain/support/township'
import { Admin } from './admin'
import type { LocalCloud } from './local-cloud'
import { newRequest } from './people'

interface Item {
  readonly code: string
  readonly department: string
  readonly mode: string
}

interface Open {
  id: string
  readonly owner: string
  readonly cadre: string
  state: 'received' | 'accepted' | 'decided' | 'completed'
}

export const MONTH = '2026-11'
export const MONTH_START = '2026-11-01T22:00:00.000Z'
const FIRST_DAY = '2026-11-02'
const LAST_DAY = '2026-11-30'

const ITEMS = dataFile<{ items: Item[] }>('items').items.filter(({ mode }) =>
  ['direct', 'proxy'].includes(mode),
)

/** Small and the same everywhere (mulberry32). */
export function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * sides) | 0
  }
}

/** Lives November 2026 with so many matters; the clock stands at its last evening afterwards. */
export async function liveMonth(cloud: LocalCloud, matters: number, seed = 8): Promise<void> {
  const roll = dice(seed)
  const admin = new Admin(cloud)
  const open: Open[] = []
  const days = 29
  let handedIn = 0
  for (let day = FIRST_DAY, n = 1; day <= LAST_DAY; day = addDays(day, 1), n++) {
    await cloud.clock(`${day}T02:00:00.000Z`)
    const until = Math.round((matters * n) / days)
    const work = open.map((matter) => goOn(cloud, roll, matter))
    for (; handedIn < until; handedIn++) {
      const { matter, handIn } = newMatter(cloud, roll, handedIn)
      open.push(matter)
      work.push(handIn)
    }
    await together(work)
    await bookSome(cloud, roll, day)
    // All notices are out: one look of the timer is as good as one for each.
    await admin.update(
      'cases',
      { nextDueAt: { $exists: true } },
      { $set: { nextDueAt: new Date(`${day}T03:00:00.000Z`) } },
    )
  }
}

type Task = () => Promise<unknown>

/** A few at a time, as people at several desks would. */
async function together(tasks: readonly Task[]): Promise<void> {
  const left = [...tasks]
  const desk = async () => {
    for (let task = left.shift(); task; task = left.shift()) await task()
  }
  await Promise.all([desk(), desk(), desk(), desk()])
}

function newMatter(cloud: LocalCloud, roll: (sides: number) => number, n: number) {
  const item = ITEMS[roll(ITEMS.length)] as Item
  const owner =
    roll(3) === 0
      ? `demo-agent-v${String(1 + roll(23)).padStart(2, '0')}`
      : `demo-villager-${String(1 + roll(8))}`
  const cadre = `demo-cadre-${item.department}`
  const matter: Open = { id: '', owner, cadre, state: 'received' }
  const handIn = async () => {
    const { case: receipt } = await cloud.ok<{ case: { id: string } }>(owner, 'case.submit', {
      code: item.code,
      applicant: { name: `示例人${String(n)}`, contact: { by: 'agent' } },
      materials: [],
      requestId: newRequest(),
    })
    matter.id = receipt.id
  }
  return { matter, handIn }
}

/** One step or none, as the dice fall; some matters are never answered. */
function goOn(cloud: LocalCloud, roll: (sides: number) => number, matter: Open): Task {
  const step = (action: string, content: object = {}) =>
    cloud.ok(matter.cadre, `case.${action}`, {
      id: matter.id,
      requestId: newRequest(),
      ...content,
    })
  if (matter.state === 'received' && roll(2) === 0) {
    matter.state = 'accepted'
    return async () => {
      const accept = { id: matter.id, requestId: newRequest() }
      const answer = await cloud.call(matter.cadre, 'case.accept', accept)
      // Left too long, it was deemed accepted already: then there is nothing left to accept.
      if (!answer.ok && answer.error.code !== 'ACTION_NOT_ALLOWED')
        throw new Error(answer.error.code)
    }
  }
  if (matter.state === 'accepted' && roll(6) === 0) {
    matter.state = 'decided'
    const outcome = roll(5) === 0 ? 'refuse' : 'approve'
    return () => step('decide', { outcome, reply: '看过了，办好了' })
  }
  if (matter.state === 'decided' && roll(2) === 0) {
    matter.state = 'completed'
    const level = 5 - [0, 0, 0, 1, 1, 2, 3, 4][roll(8)]!
    const rates = matter.owner.startsWith('demo-villager') && roll(2) === 0
    return async () => {
      await step('complete')
      if (!rates) return
      const rate = { targetId: matter.id, level, requestId: newRequest() }
      await cloud.ok(matter.owner, 'rating.rate', rate)
    }
  }
  return async () => undefined
}

/** A few numbers for Thursday in the villages and for the hall; full ones are no matter. */
async function bookSome(
  cloud: LocalCloud,
  roll: (sides: number) => number,
  day: string,
): Promise<void> {
  const venueId = roll(2) === 0 ? 'hall' : `v${String(1 + roll(23)).padStart(2, '0')}`
  const { slots } = await cloud.ok<{ slots: { id: string; date: string }[] }>(
    null,
    'appointment.slots',
    { venueId, from: day, to: addDays(day, 6) },
  )
  for (const { id } of slots.slice(0, 3)) {
    await cloud.call('demo-villager-1', 'appointment.book', {
      slotId: id,
      codes: [ITEMS[roll(ITEMS.length)]!.code, ITEMS[roll(ITEMS.length)]!.code],
      for: { name: `示例人${String(roll(1000))}` },
      requestId: newRequest(),
    })
  }
}
