/**
 * Every household of the township wants a number for next Thursday in its village, one request each,
 * through the real functions; beside it, in turns, the floor (a bare conditional write) and the
 * design that checks first and inserts then. All three meet the same wishes in the same order.
 */
import { accountId } from '../../../cloudfunctions/core/kernel/hash'
import type { Account } from '../../../cloudfunctions/core/store/documents/account'
import type { Slot } from '../../../cloudfunctions/core/store/documents/slot'
import type { Admin } from '../../support/admin'
import type { LocalCloud } from '../../support/local-cloud'
import { THURSDAY, VILLAGER } from '../../support/people'
import { violations } from '../../support/invariants'
import { timing } from './timing'

/** The floor writes into the slots of the Thursday after, so that it does not weigh on the others. */
const FLOOR_THURSDAY = '2026-12-03'
/** So many phones wait for an answer at any time. */
const PHONES = 64
/** The designs take turns, so that a busy moment of the machine meets all of them. */
const TURNS = 6
const BATCH = 100

interface Wish {
  readonly openid: string
  readonly slotId: string
}

type Ask = (wish: Wish) => Promise<string>

interface Measured {
  readonly ms: number[]
  readonly codes: Record<string, number>
  seconds: number
}

export async function measureRush(
  cloud: LocalCloud,
  admin: Admin,
  households: number,
): Promise<void> {
  const slots = await admin.find<Slot>('slots', {
    township: 'xinpu',
    date: THURSDAY,
    home: false,
    venueId: { $ne: 'hall' },
  })
  const capacities = new Map(slots.map(({ _id, capacity }) => [_id, capacity]))
  const wishes = wishesFor(households, slots)
  await registerAll(cloud, admin, wishes)

  const designs: Readonly<Record<string, Ask>> = {
    裸条件写: async ({ openid, slotId }) => {
      const _id = slotId.replace(THURSDAY, FLOOR_THURSDAY)
      const capacity = capacities.get(slotId) ?? 0
      const written = await cloud.call(null, 'floor', {
        _id,
        township: 'xinpu',
        who: openid,
        capacity,
      })
      return (written as unknown) === 1 ? 'OK' : 'SLOT_FULL'
    },
    '本系统 book': ({ openid, slotId }) =>
      cloud.code(openid, 'appointment.book', { slotId, codes: ['MZ-05'], requestId: openid }),
    先查再写: ({ openid, slotId }) =>
      cloud.code(openid, 'check-first.book', { slotId, requestId: openid }),
  }
  const measured = await inTurns(designs, wishes)
  const taken = {
    裸条件写: await seatsOf(admin, 'bench', FLOOR_THURSDAY),
    '本系统 book': await seatsOf(admin, 'seats', THURSDAY),
    先查再写: await bookingsOf(admin),
  }
  report(measured, taken, capacities)
  await cloud.clock('3m')
  await cloud.tick()
  const broken = await violations(admin)
  if (broken.length > 0) throw new Error(broken.join('\n'))
}

/** Each household in its village, at some time of the day; always the same ones. */
function wishesFor(households: number, slots: readonly Slot[]): Wish[] {
  const villages = [...new Set(slots.map(({ venueId }) => venueId))]
  const perVillage = villages.map((village) => slots.filter(({ venueId }) => venueId === village))
  let seed = 20261126
  const draw = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  return Array.from({ length: households }, (_, index) => {
    const times = perVillage[draw(perVillage.length)] ?? []
    return { openid: `household-${String(index)}`, slotId: times[draw(times.length)]?._id ?? '' }
  })
}

/** Registered before, as they will be: a copy of one villager under the openid of each. */
async function registerAll(
  cloud: LocalCloud,
  admin: Admin,
  wishes: readonly Wish[],
): Promise<void> {
  const model = await admin.one<Account>('accounts', { openid: VILLAGER })
  for (let start = 0; start < wishes.length; start += BATCH) {
    const data = wishes.slice(start, start + BATCH).map(({ openid }) =>
      JSON.stringify({
        ...model,
        _id: accountId(model.township, openid),
        openid,
        resident: { ...model.resident, name: openid },
      }),
    )
    const body = { action: 'database.insertDocument', collectionName: 'accounts', data }
    const answer = await cloud.post<{ code?: string }>('/admin', body)
    if (answer.code) throw new Error(answer.code)
  }
}

async function inTurns(
  designs: Readonly<Record<string, Ask>>,
  wishes: readonly Wish[],
): Promise<Record<string, Measured>> {
  const names = Object.keys(designs)
  const measured: Record<string, Measured> = Object.fromEntries(
    names.map((name) => [name, { ms: [], codes: {}, seconds: 0 }]),
  )
  const share = Math.ceil(wishes.length / TURNS)
  for (let turn = 0; turn < TURNS; turn++) {
    const now = wishes.slice(turn * share, (turn + 1) * share)
    const order = [...names.slice(turn % names.length), ...names.slice(0, turn % names.length)]
    for (const name of order) {
      const [ask, into] = [designs[name], measured[name]]
      if (ask && into) await askAll(ask, now, into)
    }
  }
  return measured
}

async function askAll(ask: Ask, wishes: readonly Wish[], into: Measured): Promise<void> {
  const left = [...wishes].reverse()
  const started = performance.now()
  const phone = async (): Promise<void> => {
    for (let wish = left.pop(); wish; wish = left.pop()) {
      const asked = performance.now()
      const code = await ask(wish)
      into.ms.push(performance.now() - asked)
      into.codes[code] = (into.codes[code] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: PHONES }, phone))
  into.seconds += (performance.now() - started) / 1000
}

type Taken = ReadonlyMap<string, number>

async function seatsOf(admin: Admin, field: 'seats' | 'bench', date: string): Promise<Taken> {
  const slots = await admin.find<Slot & { bench?: string[] }>('slots', { date, home: false })
  return new Map(slots.map((slot) => [slot._id.replace(date, THURSDAY), slot[field]?.length ?? 0]))
}

async function bookingsOf(admin: Admin): Promise<Taken> {
  const bookings = await admin.find<{ version: string }>('deliveries', {
    township: 'check-first',
  })
  const counts = new Map<string, number>()
  for (const { version } of bookings) counts.set(version, (counts.get(version) ?? 0) + 1)
  return counts
}

/** What the product may answer in a rush, and nothing else: booked, full, or one per person. */
const EXPECTED = ['OK', 'SLOT_FULL', 'ALREADY_BOOKED']
/** Nobody waits out of proportion. */
const MOST_SPREAD = 4

function report(
  measured: Readonly<Record<string, Measured>>,
  taken: Readonly<Record<string, Taken>>,
  capacities: ReadonlyMap<string, number>,
): void {
  const perSecond = ({ ms, seconds }: Measured): number => ms.length / seconds
  const floor = measured['裸条件写']
  const rows = Object.entries(measured).map(([name, one]) => {
    const { median, p95 } = timing(one.ms)
    const over = [...capacities].map(([id, capacity]) =>
      Math.max(0, (taken[name]?.get(id) ?? 0) - capacity),
    )
    return {
      name,
      codes: one.codes,
      spread: p95 / median,
      oversold: over.reduce((sum, count) => sum + count, 0),
      row: {
        每秒: Number(perSecond(one).toFixed(0)),
        比裸条件写: floor ? Number((perSecond(one) / perSecond(floor)).toFixed(2)) : '',
        '中位(ms)': Number(median.toFixed(1)),
        'p95(ms)': Number(p95.toFixed(1)),
        'p95/中位': Number((p95 / median).toFixed(2)),
        超卖: over.reduce((sum, count) => sum + count, 0),
        超卖的时段: over.filter((count) => count > 0).length,
        ...one.codes,
      },
    }
  })
  const seats = [...capacities.values()].reduce((sum, capacity) => sum + capacity, 0)
  const asked = floor?.ms.length ?? 0
  console.log(
    `${String(asked)}户各要一次周四的号，${String(seats)}个号，同时${String(PHONES)}部手机在等`,
  )
  console.table(Object.fromEntries(rows.map(({ name, row }) => [name, row])))
  const ours = rows.find(({ name }) => name === '本系统 book')
  const others = Object.keys(ours?.codes ?? {}).filter((code) => !EXPECTED.includes(code))
  if (!ours || ours.oversold > 0) throw new Error('超卖了')
  if (others.length > 0) throw new Error(`有别的回答：${others.join('、')}`)
  console.log(`p95 是中位的 ${ours.spread.toFixed(2)} 倍（要求 ${String(MOST_SPREAD)} 以内）`)
}
