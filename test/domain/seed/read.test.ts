import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readSeed } from '../../../seed/read'
import { dataFile, SEED_DIRECTORY } from '../support/township'

const seed = readSeed(SEED_DIRECTORY)
const texts = readdirSync(SEED_DIRECTORY).map(
  (name) => [name, readFileSync(path.join(SEED_DIRECTORY, name), 'utf8')] as const,
)
const everything = texts.map(([, text]) => text).join('\n')
const allOf = (pattern: RegExp): string[] => everything.match(pattern) ?? []

describe("the township's data is complete", () => {
  test('108 items, 23 villages, 20 departments, over 9,000 households', () => {
    expect(seed.items.items).toHaveLength(108)
    expect(seed.villages.villages).toHaveLength(23)
    expect(seed.departments.departments).toHaveLength(20)
    const households = seed.villages.villages.reduce((sum, village) => sum + village.households, 0)
    expect(households).toBeGreaterThan(9000)
    expect(households).toBeLessThan(10_000)
  })

  test('no two items have the same code or the same name', () => {
    expect(new Set(seed.items.items.map(({ code }) => code)).size).toBe(108)
    expect(new Set(seed.items.items.map(({ name }) => name)).size).toBe(108)
  })

  test('every category has items and every department has one', () => {
    const used = (field: 'category' | 'department') =>
      new Set(seed.items.items.map((item) => item[field]))
    const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)
    expect(ids(seed.categories.categories).filter((id) => !used('category').has(id))).toEqual([])
    expect(ids(seed.departments.departments).filter((id) => !used('department').has(id))).toEqual(
      [],
    )
  })

  test('the steps of each item take exactly the working days it promises', () => {
    const wrong = seed.items.items.filter(({ steps, commitDays }) => {
      return steps.reduce((sum, { days }) => sum + (days ?? 0), 0) !== commitDays
    })
    expect(wrong.map(({ code }) => code)).toEqual([])
  })

  test('what is done at once promises no days, and nothing promises more than the law allows', () => {
    const wrong = seed.items.items.filter(
      ({ instant, commitDays, legalDays }) =>
        instant !== (commitDays === 0) || commitDays > (legalDays ?? 90),
    )
    expect(wrong.map(({ code }) => code)).toEqual([])
  })

  test('building a house takes fifteen working days, by three departments at once', () => {
    const house = seed.items.items.find(({ code }) => code === 'CJ-01')
    expect(house).toMatchObject({ mode: 'joint', commitDays: 15, branches: ['cj', 'gt', 'ny'] })
  })

  test('every village has an agent of its own, who is one', () => {
    const agents = new Map(seed.staff.staff.map((person) => [person.id, person]))
    const wrong = seed.villages.villages.filter(({ id, agent }) => {
      const person = agents.get(agent)
      return person?.village !== id || !person.roles.includes('agent')
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test('every room is checked for the eight things it must have (八有)', () => {
    const counts = seed.villages.villages.map(({ room }) => Object.keys(room.eightHaves).length)
    expect(new Set(counts)).toEqual(new Set([8]))
  })

  test('the six departments without a window are known', () => {
    const without = seed.departments.departments.filter(({ hallWindow }) => hallWindow === null)
    expect(without.map(({ id }) => id)).toEqual(['sl', 'xm', 'ga', 'sj', 'yj', 'jy'])
  })

  test('the demo identities are there', () => {
    const people = [...seed.staff.staff, ...seed.residents.residents]
    const openids = people.flatMap(({ demoOpenid }) => demoOpenid ?? [])
    const numbered = (role: string, count: number, width: number) =>
      Array.from({ length: count }, (_, n) => `${role}${String(n + 1).padStart(width, '0')}`)
    expect(openids).toEqual(
      expect.arrayContaining([
        ...numbered('demo-villager-', 8, 1),
        ...numbered('demo-agent-v', 23, 2),
        ...numbered('demo-window-', 9, 1),
        ...seed.departments.departments.map(({ id }) => `demo-cadre-${id}`),
        'demo-leader',
        'demo-supervisor',
        'demo-admin',
      ]),
    )
    expect(new Set(openids).size).toBe(openids.length)
  })
})

describe('sample data is marked 示例', () => {
  test('by a note in every file but the calendar, which is official', () => {
    const unmarked = texts.filter(([name]) => {
      const { note } = dataFile<{ readonly note: string }>(name.replace('.json', ''))
      return !note.includes('示例')
    })
    expect(unmarked.map(([name]) => name)).toEqual(['calendar.json'])
  })

  test('in the name of every village that is invented', () => {
    const invented = seed.villages.villages.filter(({ name }) => name.endsWith('（示例）'))
    const marked = seed.villages.villages.filter(({ sample }) => sample)
    expect(invented).toHaveLength(22)
    expect(marked).toEqual(invented)
  })

  test('on every rule text, and in the invented addresses', () => {
    expect(seed['rules-text'].texts.filter(({ sample }) => !sample)).toEqual([])
    expect(seed.township.hall.address).toContain('示例')
    expect(seed.township.station.address).toContain('示例')
  })
})

describe('nobody real is in the data', () => {
  test('every mobile is of the range 199 0000', () => {
    const mobiles = allOf(/(?<!\d)1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)/g)
    expect(mobiles.length).toBeGreaterThan(60)
    expect(mobiles.filter((phone) => !/^199 0000 \d{4}$/.test(phone))).toEqual([])
  })

  test('every landline is of the range 0736-0000', () => {
    const landlines = allOf(/(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/g)
    expect(landlines.length).toBeGreaterThan(60)
    expect(landlines.filter((phone) => !/^0736-0000\d{3}$/.test(phone))).toEqual([])
  })

  test('the phone of every person, unit and place is one of these', () => {
    const phones = [
      seed.township.supervisorPhone,
      seed.township.hall.phone,
      seed.township.station.phone,
      ...seed.departments.departments.map(({ phone }) => phone),
      ...seed.villages.villages.map(({ room }) => room.phone),
      ...seed.staff.staff.map(({ phone }) => phone),
      ...seed.residents.residents.map(({ phone }) => phone),
    ]
    expect(phones.filter((phone) => !/^(0736-0000\d{3}|199 0000 \d{4})$/.test(phone))).toEqual([])
  })

  test('every ID number is of the division 999999, which was never given out', () => {
    const numbers = allOf(/(?<!\d)(\d{17}[\dXx]|\d{15})(?!\d)/g)
    expect(numbers).toHaveLength(seed.residents.residents.length)
    expect(numbers.filter((number) => !number.startsWith('999999'))).toEqual([])
  })

  test.each(['谭本军', '高民华'])('%s of the source is nowhere', (name) => {
    expect(texts.filter(([, text]) => text.includes(name)).map(([file]) => file)).toEqual([])
  })
})
