/**
 * A month of a township's life: matters are handed in by villagers and agents, accepted, decided,
 * completed and rated by the departments, numbers are booked, on the days and in the order that the
 * seed gives.
 */
import { addDays } from '../../miniprogram/shared/dates'
import { dataFile } from '../domain/support/township'
import { Admin } from './admin'
import type { LocalCloud } from './local-cloud'
import { comeToCounters, watchOver } from './month-life'
import type { Seen } from './month-life'
import { newRequest } from './people'

interface Item {
  readonly code: string
  readonly department: string
  readonly mode: string
}

interface Open {
  id: string
  /** '' when somebody without WeChat brought it to the window. */
  readonly owner: string
  readonly cadre: string
  readonly proxy: boolean
  state: 'received' | 'supplement' | 'supplied' | 'accepted' | 'decided' | 'completed'
  /** Nobody ever looks at it. */
  readonly forgotten: boolean
  carried: boolean
  forwarded: boolean
}

export const MONTH = '2026-11'
export const MONTH_START = '2026-11-01T02:00:00.000Z'
/**
 * Three nights each on which no timer ran: in the middle of the month, while people went on, and at
 * its end, when what came due (视为受理 on the 28th, for example) is found only after the month.
 */
const BROKEN_TIMERS = [
  { from: '2026-11-17', until: '2026-11-19' },
  { from: '2026-11-28', until: '2026-11-30' },
] as const
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

/**
 * Lives November 2026 with so many matters; the clock stands at its last morning afterwards.
 *
 * @returns what was seen by those who were there, for what leaves no raw record
 */
export async function liveMonth(cloud: LocalCloud, matters: number, seed = 8): Promise<Seen> {
  const roll = dice(seed)
  const admin = new Admin(cloud)
  const seen: Seen = { kept: [], came: [], blocked: [], badlyRated: '' }
  const open: Open[] = []
  const days = 29
  let handedIn = 0
  for (let day = FIRST_DAY, n = 1; day <= LAST_DAY; day = addDays(day, 1), n++) {
    await passNight(cloud, day)
    if (day === FIRST_DAY) await badlyRated(cloud, seen)
    const until = Math.round((matters * n) / days)
    const work = open
      .filter(({ forgotten }) => !forgotten)
      .map((matter) => goOn(cloud, roll, matter, seen))
    for (; handedIn < until; handedIn++) {
      const { matter, handIn } = newMatter(cloud, roll, handedIn)
      open.push(matter)
      work.push(handIn)
    }
    await together(work)
    await bookSome(cloud, roll, day)
    await comeToCounters(cloud, admin, roll, day, seen)
    await watchOver(cloud, admin, roll, day, seen)
  }
  return seen
}

/**
 * One matter that goes all the way whatever the dice say: decided the same day, rated badly, put
 * right, rated again. Bad ratings are too rare for a short month to have them for sure.
 */
async function badlyRated(cloud: LocalCloud, seen: Seen): Promise<void> {
  const item = ITEMS.find(({ mode }) => mode === 'direct')!
  const { matter, handIn } = newMatter(cloud, () => 2, 0, item)
  await handIn()
  const step = (action: string, content: object = {}) =>
    cloud.ok(matter.cadre, `case.${action}`, {
      id: matter.id,
      requestId: newRequest(),
      ...content,
    })
  await step('accept')
  await step('decide', { outcome: 'approve', reply: '看过了，办好了' })
  await step('complete')
  const rate = { targetId: matter.id, level: 1, requestId: newRequest() }
  await cloud.ok(matter.owner, 'rating.rate', rate)
  seen.badlyRated = matter.id
}

/**
 * From ten in the morning to ten of the next, with three looks of the timers: after closing time,
 * in the night, in the morning. Looks at every single moment at which something is due would find
 * the same; `test/functions/warnings.test.ts` and others take them.
 */
async function passNight(cloud: LocalCloud, day: string): Promise<void> {
  if (BROKEN_TIMERS.some(({ from, until }) => day >= from && day <= until)) {
    await cloud.withoutTimers(`${day}T02:00:00.000Z`)
    return
  }
  const yesterday = addDays(day, -1)
  for (const moment of [`${yesterday}T10:00`, `${yesterday}T16:15`, `${day}T02:00`]) {
    await cloud.sleep(`${moment}:00.000Z`)
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

function newMatter(
  cloud: LocalCloud,
  roll: (sides: number) => number,
  n: number,
  item = ITEMS[roll(ITEMS.length)] as Item,
) {
  const who = roll(7)
  const owner =
    who < 2
      ? `demo-agent-v${String(1 + roll(23)).padStart(2, '0')}`
      : who < 6
        ? `demo-villager-${String(1 + roll(8))}`
        : ''
  const cadre = `demo-cadre-${item.department}`
  const proxy = item.mode === 'proxy'
  const matter: Open = {
    id: '',
    owner,
    cadre,
    proxy,
    state: 'received',
    forgotten: n % 19 === 0,
    carried: !owner.startsWith('demo-agent'),
    forwarded: false,
  }
  const villageId = `v${String(1 + roll(23)).padStart(2, '0')}`
  const handIn = async () => {
    const applicant = { name: `示例人${String(n)}`, contact: { by: 'agent' } }
    const { case: receipt } = await cloud.ok<{ case: { id: string } }>(
      owner || cadre,
      owner ? 'case.submit' : 'case.intake',
      {
        code: item.code,
        applicant: owner ? applicant : { ...applicant, villageId },
        materials: [],
        requestId: newRequest(),
      },
    )
    matter.id = receipt.id
  }
  return { matter, handIn }
}

const MISSING = { key: 'other-paper', name: '村里的证明', reason: '没有带来' }

/** One step or none, as the dice fall; some matters are never answered. */
function goOn(cloud: LocalCloud, roll: (sides: number) => number, matter: Open, seen: Seen): Task {
  const step = (action: string, content: object = {}, openid = matter.cadre) =>
    cloud.ok(openid, `case.${action}`, { id: matter.id, requestId: newRequest(), ...content })
  if (!matter.carried && matter.state !== 'completed' && roll(3) === 0) {
    matter.carried = true
    return () => step('carry', {}, matter.owner)
  }
  if (matter.state === 'received' && roll(9) === 0) {
    return async () => {
      const first = { id: matter.id, requestId: newRequest(), missing: [MISSING] }
      const answer = await cloud.call(matter.cadre, 'case.notifySupplement', first)
      // Deemed accepted meanwhile: whatever is missing could have been known.
      matter.state = answer.ok ? 'supplement' : 'accepted'
      if (!answer.ok) throwUnless(answer.error.code, 'NOTICE_ALREADY_GIVEN')
      if (!answer.ok) seen.blocked.push(matter.id)
    }
  }
  if (matter.state === 'supplement') {
    const what = roll(4)
    if (what === 0) {
      return async () => {
        const second = { id: matter.id, requestId: newRequest(), missing: [MISSING] }
        const code = await cloud.code(matter.cadre, 'case.notifySupplement', second)
        throwUnless(code, 'NOTICE_ALREADY_GIVEN')
        seen.blocked.push(matter.id)
      }
    }
    if (what === 1) {
      const exception = '交来的证明和户口本上的名字不一样'
      return () => step('notifySupplement', { missing: [MISSING], exception })
    }
    matter.state = 'supplied'
    const byAgent = matter.owner.startsWith('demo-agent') && roll(2) === 0
    const given = { materials: [{ key: MISSING.key }] }
    return () => step('supplement', given, byAgent ? matter.owner : matter.cadre)
  }
  if ((matter.state === 'received' || matter.state === 'supplied') && roll(2) === 0) {
    matter.state = 'accepted'
    return async () => {
      const accept = { id: matter.id, requestId: newRequest() }
      const answer = await cloud.call(matter.cadre, 'case.accept', accept)
      // Left too long, it was deemed accepted already: then there is nothing left to accept.
      if (!answer.ok) throwUnless(answer.error.code, 'ACTION_NOT_ALLOWED')
    }
  }
  if (matter.state === 'accepted' && matter.proxy && !matter.forwarded && roll(2) === 0) {
    matter.forwarded = true
    return () => step('forward', { to: '县里的窗口', expectedOn: '2026-12-31' })
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
    const how = [null, 'pickup', 'cadre', 'agent', 'post'][roll(5)]
    return async () => {
      if (how) await step('deliver', { how, signedBy: '示例人' })
      await step('complete')
      if (!rates) return
      const rate = { targetId: matter.id, level, requestId: newRequest() }
      await cloud.ok(matter.owner, 'rating.rate', rate)
    }
  }
  return async () => undefined
}

function throwUnless(code: string, expected: string): void {
  if (code !== expected) throw new Error(code)
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
