/** Two townships in one environment, told apart everywhere; nothing about either is in code. */
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Output } from '../../typings/wire'
import { Admin } from '../support/admin'
import { startLocalCloud } from '../support/local-cloud'
import type { LocalCloud } from '../support/local-cloud'
import { ADMIN, CADRE, newRequest, TUESDAY, VILLAGER } from '../support/people'
import { MODEL, secondTownship } from '../support/second-township'
import { submit } from '../support/steps'

const ROOT = path.join(__dirname, '../..')

let seed: string
let cloud: LocalCloud
let admin: Admin

beforeAll(async () => {
  seed = await secondTownship()
  const seeds = [MODEL, seed, countyOf(seed)]
  cloud = await startLocalCloud({
    now: TUESDAY,
    args: seeds.flatMap((directory) => ['--seed', directory]),
  })
  admin = new Admin(cloud)
})
afterAll(async () => {
  await cloud.stop()
  rmSync(path.dirname(seed), { recursive: true, force: true })
})

/** 云山县: an office that sees both townships in sums. */
function countyOf(township: string): string {
  const directory = path.join(path.dirname(township), 'county')
  cpSync(township, directory, { recursive: true })
  const file = path.join(directory, 'township.json')
  const content = JSON.parse(readFileSync(file, 'utf8')) as object
  const county = { ...content, id: 'yunshan', name: '云山县', oversees: ['xinpu', 'qingshan'] }
  writeFileSync(file, JSON.stringify(county))
  return directory
}

/** A call in 青山镇; calls that name no township are in 新铺乡. */
const there = (input: object = {}) => ({ township: 'qingshan', ...input })

describe('what everybody may see', () => {
  test('each has its own name, villages, phones and matters', async () => {
    const home = await cloud.ok<Output<'catalog', 'home'>>(null, 'catalog.home', there())
    expect(home.township).toMatchObject({ name: '青山镇', sample: false })
    expect(home.villages.map(({ id }) => id)).toEqual(['q1', 'q2'])
    const { items } = await cloud.ok<Output<'catalog', 'items'>>(null, 'catalog.items', there())
    expect(items.map(({ code }) => code)).toEqual(['MZ-05', 'QS-01'])
    const here = await cloud.ok<Output<'catalog', 'items'>>(null, 'catalog.items')
    expect(here.items).toHaveLength(108)
    expect(await cloud.code(null, 'catalog.guide', { code: 'QS-01' })).toBe('NOT_FOUND')
    const { item } = await cloud.ok<Output<'catalog', 'guide'>>(
      null,
      'catalog.guide',
      there({ code: 'MZ-05' }),
    )
    expect(item.unit.phone).toBe('0700-5550101')
    const { venues } = await cloud.ok<Output<'catalog', 'venues'>>(null, 'catalog.venues', there())
    expect(venues.map(({ location }) => location)).toEqual([
      null,
      null,
      { latitude: 29.1, longitude: 110.2 },
      null,
    ])
  })

  test('numbers are opened in both, each at its own places', async () => {
    const { slots } = await cloud.ok<Output<'appointment', 'slots'>>(
      null,
      'appointment.slots',
      there({ venueId: 'q1', from: '2026-11-26', to: '2026-11-26' }),
    )
    expect(slots.length).toBeGreaterThan(0)
    const { slots: none } = await cloud.ok<Output<'appointment', 'slots'>>(
      null,
      'appointment.slots',
      { venueId: 'q1', from: '2026-11-26', to: '2026-11-26' },
    )
    expect(none).toEqual([])
  })
})

describe('people and matters', () => {
  test('an office in one is nothing in the other', async () => {
    expect(await cloud.code(CADRE, 'case.inbox', there())).toBe('UNAUTHENTICATED')
    expect(await cloud.code('qs-cadre', 'case.inbox')).toBe('UNAUTHENTICATED')
    expect(await cloud.code('qs-cadre', 'case.inbox', there())).toBe('OK')
  })

  test('a matter handed in here is not found there, by nobody', async () => {
    const receipt = await submit(cloud, VILLAGER)
    for (const openid of ['qs-cadre', 'qs-leader', 'qs-admin']) {
      expect(await cloud.code(openid, 'case.detail', there({ id: receipt.id }))).not.toBe('OK')
    }
    const number = { number: receipt.number, code: receipt.queryCode }
    expect(await cloud.code(null, 'case.track', there(number))).toBe('NOT_FOUND')
    const inbox = await cloud.ok<Output<'case', 'inbox'>>('qs-cadre', 'case.inbox', there())
    expect(inbox.tasks).toEqual([])
  })

  test('the same person may belong to both, with nothing carried over', async () => {
    await cloud.ok(VILLAGER, 'account.bindResident', {
      ...there({ name: '覃建国', villageId: 'q1', contact: { by: 'agent' } }),
      consent: true,
      requestId: newRequest(),
    })
    const receipt = await cloud.ok<Output<'case', 'submit'>>(VILLAGER, 'case.submit', {
      ...there({ code: 'MZ-05', applicant: { name: '覃建国', contact: { by: 'agent' } } }),
      materials: [],
      requestId: newRequest(),
    })
    const mine = await cloud.ok<Output<'case', 'mine'>>(VILLAGER, 'case.mine', there())
    expect(mine.cases.map(({ id }) => id)).toEqual([receipt.case.id])
    const inbox = await cloud.ok<Output<'case', 'inbox'>>('qs-cadre', 'case.inbox', there())
    expect(inbox.tasks).toHaveLength(1)
  })

  test('the catalogue of one is not edited from the other', async () => {
    const edit = { code: 'MZ-05', change: { commitDays: 1 }, requestId: newRequest() }
    expect(await cloud.code(ADMIN, 'office.saveItem', there(edit))).toBe('UNAUTHENTICATED')
    await cloud.ok('qs-admin', 'office.saveItem', there(edit))
    await cloud.ok('qs-admin', 'office.publishItem', {
      ...there({ code: 'MZ-05', note: '改快', requestId: newRequest() }),
    })
    const days = async (input: object) =>
      (
        await cloud.ok<Output<'catalog', 'guide'>>(null, 'catalog.guide', {
          code: 'MZ-05',
          ...input,
        })
      ).item.commitDays
    expect([await days({}), await days(there())]).toEqual([10, 1])
  })
})

describe('the county', () => {
  const sums = () =>
    cloud.ok<Output<'supervision', 'county'>>('qs-leader', 'supervision.county', {
      township: 'yunshan',
    })

  test('sees sums of its townships, in its own order, and no person', async () => {
    const before = (await sums()).townships
    await submit(cloud, VILLAGER)
    const after = (await sums()).townships
    expect(after.map(({ name }) => name)).toEqual(['新铺乡', '青山镇'])
    expect(after[0]?.open).toBe((before[0]?.open ?? 0) + 1)
    expect(after[1]?.open).toBe(before[1]?.open)
    expect(JSON.stringify(after)).not.toMatch(/覃|199|number|applicant/)
    // A share of a handful is no judgement.
    for (const { month } of after) {
      expect(month).toMatchObject({ onTimeShare: null, goodShare: null })
    }
  })

  test('sees nothing else of them, and a township is no county', async () => {
    const county = { township: 'yunshan' }
    const receipt = await submit(cloud, VILLAGER)
    const detail = { ...county, id: receipt.id }
    expect(await cloud.code('qs-leader', 'case.detail', detail)).toBe('NOT_FOUND')
    expect(await cloud.code('qs-leader', 'supervision.county', there())).toBe('NOT_FOUND')
    expect(await cloud.code('qs-cadre', 'supervision.county', county)).toBe('FORBIDDEN')
    expect(await cloud.code(CADRE, 'supervision.county', county)).toBe('UNAUTHENTICATED')
  })
})

test('every stored document says whose it is', async () => {
  for (const collection of ['accounts', 'items', 'places', 'cases', 'slots', 'households']) {
    const docs = await admin.find<{ township: string }>(collection, {})
    const owners = new Set(docs.map(({ township }) => township))
    expect([...owners].filter((one) => !['xinpu', 'qingshan', 'yunshan'].includes(one))).toEqual([])
  }
  expect(await admin.count('households', { township: 'qingshan' })).toBe(3)
})

/** Where a township may be named: its data, what is said of the project, and the tests. */
test('no code knows a township by name', () => {
  const folders = ['cloudfunctions', 'miniprogram', 'typings', 'seed', 'tools']
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true })
      .map((file) => path.join(folder, String(file)))
      .filter((file) => /\.(ts|js|mjs|json|wxml|wxss|wxs|css)$/.test(file))
      .filter((file) => !file.startsWith(path.join('seed', 'data'))),
  )
  expect(files.length).toBeGreaterThan(200)
  const named = files.filter((file) =>
    /新铺|石门|羊子垭|\bxinpu\b|0736/.test(readFileSync(path.join(ROOT, file), 'utf8')),
  )
  expect(named).toEqual([])
})
