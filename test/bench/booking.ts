/**
 * `npm run bench -- booking`: 200 residents want one slot of ten at the same moment, five times,
 * each time against the floor of 200 bare conditional writes on the same cloud.
 *
 * The floor goes the same way as a booking (`/wx/call`, warm worker, gateway), but does nothing but
 * one conditional write, without reading who calls.
 */
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { newRequest, TUESDAY } from '../support/people'
import { register, slotsOf } from '../support/steps'

const RESIDENTS = Array.from({ length: 200 }, (_, index) => `resident-${String(index)}`)
const DAYS = ['2026-11-25', '2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01', '2026-12-02']

async function main(): Promise<void> {
  const args = ['--functions', await functionsWithFloor()]
  const cloud = await startLocalCloud({ now: TUESDAY, workers: 8, sync: 'full', args })
  try {
    const admin = new Admin(cloud)
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
      ratios.push(ms / floor)
      rows[day] = {
        '200个条件写(ms)': Math.round(floor),
        '200人抢10个号(ms)': Math.round(ms),
        倍数: Number((ms / floor).toFixed(2)),
        ...codes,
      }
    }
    console.table(rows)
    const median = ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0
    console.log(`中位倍数 ${median.toFixed(2)}（要求小于 4）`)
  } finally {
    await cloud.stop()
  }
}

/** 200 conditional writes at once, of which ten take effect. */
async function floorMs(cloud: LocalCloud, day: string): Promise<number> {
  const _id = `xinpu:hall:${day}:1600`
  const started = performance.now()
  const answers = await Promise.all(
    RESIDENTS.map((who) => cloud.call<number>(null, 'floor', { _id, who })),
  )
  const ms = performance.now() - started
  const written = answers.filter((updated) => (updated as unknown) === 1).length
  if (written !== 10) throw new Error(`the floor wrote ${String(written)} times`)
  return ms
}

/** The functions of the product, and beside them one that does a single conditional write. */
async function functionsWithFloor(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-functions-'))
  cpSync(join(__dirname, '../../dist/cloudfunctions'), folder, { recursive: true })
  mkdirSync(join(folder, 'floor'))
  await build({
    stdin: { contents: FLOOR, resolveDir: __dirname, loader: 'js' },
    outfile: join(folder, 'floor/index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  })
  return folder
}

const FLOOR = `
const cloudbase = require('@cloudbase/node-sdk')
const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV })
const slots = app.database().collection('slots')
exports.main = async ({ _id, who }) => {
  const guard = { _id, township: 'xinpu', 'bench.9': { $exists: false } }
  const answer = await slots.options({ raw: true, multiple: false }).where(guard).update({ $push: { bench: who } })
  return answer.updated
}`

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

void main()
