/**
 * A month lived through the local cloud with the moving clock: every number of the bulletin equals
 * a recount from the raw events. 120 matters here; `FULL=1` lives 3,000.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { BulletinDocument } from '../../cloudfunctions/core/store/documents/bulletin'
import type { Row } from '../../cloudfunctions/core/domain/bulletin/table'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { liveMonth, MONTH, MONTH_START } from '../support/month'
import { LEADER } from '../support/people'
import { recountMonth } from '../support/recount'
import type { Counts } from '../support/recount'

const MATTERS = process.env.FULL ? 3000 : 120

let folders: string[]
/** The township on the last evening of November. */
let november: string
let expected: Awaited<ReturnType<typeof recountMonth>>

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'month-'))
  folders.push(made)
  return made
}

beforeAll(
  async () => {
    folders = []
    november = folder()
    const cloud = await startLocalCloud({ now: MONTH_START, data: november })
    try {
      const seen = await liveMonth(cloud, MATTERS)
      expected = await recountMonth(new Admin(cloud), MONTH, seen)
    } finally {
      await cloud.stop()
    }
  },
  process.env.FULL ? 3_600_000 : 300_000,
)
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true })
})

/** Goes on from that evening at another moment: what was due in between is late. */
async function goOnAt(now: string): Promise<LocalCloud> {
  const data = folder()
  cpSync(november, data, { recursive: true })
  return startLocalCloud({ now, data, workers: 2 })
}

/** Every message of the leader, page by page: after three days there are many. */
async function titlesOf(cloud: LocalCloud): Promise<string[]> {
  const titles: string[] = []
  let cursor: string | null = null
  do {
    const page: { messages: { title: string }[]; next: string | null } = await cloud.ok(
      LEADER,
      'account.inbox',
      cursor === null ? {} : { cursor },
    )
    titles.push(...page.messages.map(({ title }) => title))
    cursor = page.next
  } while (cursor !== null)
  return titles
}

const bulletinOf = (admin: Admin) => admin.one<BulletinDocument>('bulletins', { month: MONTH })

const figuresOf = (rows: readonly Row[]): Counts =>
  Object.fromEntries(
    rows
      .map(({ id, figures }) => [
        id,
        Object.fromEntries(Object.entries(figures).filter(([, n]) => n !== 0)),
      ])
      .filter(([, figures]) => Object.keys(figures as object).length > 0),
  ) as Counts

/** The villages' list has no hall: what was booked there stands in the last row. */
const withHallLast = ({ hall = {}, ...villages }: Counts): Counts =>
  Object.keys(hall).length > 0 ? { ...villages, '': hall } : villages

describe('the bulletin of a month', () => {
  let cloud: LocalCloud
  let bulletin: BulletinDocument

  beforeAll(async () => {
    cloud = await goOnAt('2026-11-30T15:00:00.000Z')
    await cloud.clock('2026-12-01T00:00:00.000Z')
    bulletin = await bulletinOf(new Admin(cloud))
  })
  afterAll(() => cloud.stop())

  test('has every number of the recount from raw events, per department and village', () => {
    expect(Object.keys(expected.departments).length).toBeGreaterThan(10)
    expect(figuresOf(bulletin.table.departments)).toEqual(expected.departments)
    expect(figuresOf(bulletin.table.villages)).toEqual(withHallLast(expected.villages))
  })

  test('has totals that are the sums of the recount', () => {
    const { total } = bulletin.table
    const sums = Object.values(expected.departments).reduce<Record<string, number>>((all, row) => {
      for (const [key, n] of Object.entries(row)) all[key] = (all[key] ?? 0) + n
      return all
    }, {})
    expect(Object.fromEntries(Object.entries(total).filter(([, n]) => n !== 0))).toEqual(sums)
    expect(total.accepted).toBeGreaterThan(MATTERS / 2)
    expect(total.completed).toBeGreaterThan(MATTERS / 10)
    expect(total.unanswered).toBeGreaterThan(0)
  })

  test.each([
    'kept',
    'came',
    'warnings',
    'supplements',
    'secondNotices',
    'blockedNotices',
    'visits',
    'errands',
    'trips',
    'deskRated',
    'contactDue',
    'contacted',
    'rectifyDue',
    'rectified',
    'rerated',
  ] as const)('has %s to count', (figure) => {
    expect(bulletin.table.total[figure]).toBeGreaterThan(0)
  })

  test('is the sum of the daily rollups', async () => {
    const days = await new Admin(cloud).find<{ units: Counts }>('rollups', {
      kind: 'work',
      day: { $gte: '2026-11-01', $lte: '2026-11-30' },
    })
    expect(days).toHaveLength(30)
    const completed = days
      .flatMap(({ units }) => Object.values(units))
      .reduce((total, { completed: n = 0 }) => total + n, 0)
    expect(completed).toBe(bulletin.table.total.completed)
  })

  test.each([
    ['twice and at the same time', '2026-12-01T00:30:00.000Z', 3],
    ['three days late', '2026-12-04T03:00:00.000Z', 1],
    ['three days late, twice and at the same time', '2026-12-04T03:00:00.000Z', 3],
  ])('is the same, once, when the timers run %s', async (_what, now, ticks) => {
    const other = await goOnAt(now)
    try {
      const admin = new Admin(other)
      await Promise.all(Array.from({ length: ticks }, () => other.tick()))
      await other.clock('5m')
      expect(await admin.count('bulletins', {})).toBe(1)
      const { table, sections } = await bulletinOf(admin)
      expect({ table, sections }).toEqual({ table: bulletin.table, sections: bulletin.sections })
      const titles = await titlesOf(other)
      const drafts = titles.filter((title) => title === '2026年11月通报的初稿好了')
      expect(drafts).toHaveLength(1)
    } finally {
      await other.stop()
    }
  })
})
