/**
 * 200 residents want one slot of ten at the same moment, five times, each time beside its floor and
 * beside the design that checks first and inserts then.
 */
import type { Admin } from '../../support/admin'
import type { LocalCloud } from '../../support/local-cloud'
import { newRequest } from '../../support/people'
import { register, slotsOf } from '../../support/steps'

const RESIDENTS = Array.from({ length: 200 }, (_, index) => `resident-${String(index)}`)
const DAYS = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02']
const FREE = 10

export async function measureRace(cloud: LocalCloud, admin: Admin): Promise<void> {
  await floorMs(cloud, '2026-12-03') // warms the workers
  await Promise.all(
    RESIDENTS.map((openid, index) => register(cloud, openid, `村民${String(index)}`)),
  )
  await race(cloud, admin, DAYS[0] ?? '')
  const rows: Record<string, object> = {}
  const ratios: number[] = []
  for (const day of DAYS.slice(1)) {
    const floor = await floorMs(cloud, day)
    const { ms, codes } = await race(cloud, admin, day)
    const checked = await checkFirst(cloud, day)
    ratios.push(ms / floor)
    rows[day] = {
      '200个条件写(ms)': Math.round(floor),
      '200人抢10个号(ms)': Math.round(ms),
      倍数: Number((ms / floor).toFixed(2)),
      ...codes,
      '先查再写(ms)': Math.round(checked.ms),
      先查再写超卖: checked.booked - FREE,
    }
  }
  console.table(rows)
  const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0
  console.log(`200人抢10个号：中位倍数 ${median.toFixed(2)}（要求小于 4）`)
}

/** 200 conditional writes at once, of which ten take effect. */
async function floorMs(cloud: LocalCloud, day: string): Promise<number> {
  const _id = `xinpu:hall:${day}:1600`
  const started = performance.now()
  const answers = await Promise.all(
    RESIDENTS.map((who) =>
      cloud.call<number>(null, 'floor', { _id, township: 'xinpu', who, capacity: FREE }),
    ),
  )
  const ms = performance.now() - started
  const written = answers.filter((updated) => (updated as unknown) === 1).length
  if (written !== FREE) throw new Error(`the floor wrote ${String(written)} times`)
  return ms
}

/** The same wish in the other design; how many were told that they have a seat. */
async function checkFirst(cloud: LocalCloud, day: string) {
  const slotId = `xinpu:hall:${day}:1500`
  const started = performance.now()
  const answers = await Promise.all(
    RESIDENTS.map((openid) =>
      cloud.code(openid, 'check-first.book', { slotId, requestId: newRequest() }),
    ),
  )
  const ms = performance.now() - started
  return { ms, booked: answers.filter((code) => code === 'OK').length }
}

async function race(cloud: LocalCloud, admin: Admin, day: string) {
  const [slot] = await slotsOf(cloud, 'hall', day)
  const slotId = slot?.id
  const started = performance.now()
  const answers = await Promise.all(
    RESIDENTS.map((openid) =>
      cloud.code(openid, 'appointment.book', { slotId, codes: ['MZ-05'], requestId: newRequest() }),
    ),
  )
  const ms = performance.now() - started
  const codes: Record<string, number> = {}
  for (const code of answers) codes[code] = (codes[code] ?? 0) + 1
  const { seats } = await admin.one<{ seats: unknown[] }>('slots', { _id: slotId })
  return { ms, codes: { ...codes, 座位: seats.length } }
}
