import { beforeAll, describe, expect, test } from '@jest/globals'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { unseal } from '../../../cloudfunctions/core/kernel/crypto'
import type { Account } from '../../../cloudfunctions/core/store/documents/account'
import type {
  ItemDocument,
  PlaceDocument,
} from '../../../cloudfunctions/core/store/documents/catalog'
import { loadSeed } from '../../../seed/load'
import type { Seed } from '../../../seed/load'
import { FIRST_KEY, setKeys } from '../support/keys'
import { dataFile, SEED_DIRECTORY } from '../support/township'

let seed: Seed
beforeAll(() => {
  setKeys()
  seed = loadSeed(SEED_DIRECTORY)
})

const documents = <Kind>(collection: string): Kind[] =>
  (seed.collections[collection] ?? []) as unknown as Kind[]

const itemOf = (code: string): ItemDocument | undefined =>
  documents<ItemDocument>('items').find((item) => item.code === code)

const accountOf = (openid: string): Account | undefined =>
  documents<Account>('accounts').find((account) => account.openid === openid)

describe('the documents of the seed', () => {
  test('each has a township, the version of its shape and an id, unique in its collection', () => {
    for (const [collection, docs] of Object.entries(seed.collections)) {
      // The sample names no households: who lives where is nobody's business before it is needed.
      expect(docs.length > 0).toBe(collection !== 'households')
      const wrong = docs.filter((doc) => doc['township'] !== 'xinpu' || doc['schema'] !== 1)
      expect([collection, wrong]).toEqual([collection, []])
      const ids = new Set(docs.map(({ _id }) => _id))
      expect([collection, ids.size]).toEqual([collection, docs.length])
      expect(ids.has('')).toBe(false)
    }
  })

  test('are those of 108 items, 25 places and everybody with a demo identity', () => {
    expect(documents('items')).toHaveLength(108)
    expect(documents('places')).toHaveLength(25)
    expect(documents('accounts')).toHaveLength(68)
    expect(seed.demoStaff).toHaveLength(60)
  })

  test('have a version that changes with any word of the data and with nothing else', () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'seed-'))
    cpSync(SEED_DIRECTORY, copy, { recursive: true })
    expect(loadSeed(copy).version).toBe(seed.version)
    const faq = readFileSync(path.join(copy, 'faq.json'), 'utf8')
    writeFileSync(path.join(copy, 'faq.json'), faq.replace('没关系', '不要紧'))
    expect(loadSeed(copy).version).not.toBe(seed.version)
    rmSync(copy, { recursive: true })
    expect(seed.version.startsWith(dataFile<{ readonly version: string }>('items').version)).toBe(
      true,
    )
  })

  test('never write over what people write to: accounts and settings', () => {
    expect([...seed.owned].sort()).toEqual(['accounts', 'settings'])
  })

  test('cannot be made without the keys for personal data', () => {
    delete process.env.DATA_KEY
    expect(() => loadSeed(SEED_DIRECTORY)).toThrow('DATA_KEY')
    process.env.DATA_KEY = FIRST_KEY
  })
})

describe('every item says the seven things that must be public (第34条)', () => {
  test.each<[string, (item: ItemDocument) => boolean]>([
    ['服务项目: a name and what comes of it', ({ name, result }) => !!name && !!result],
    [
      '流程: its steps and who takes them',
      ({ steps }) => steps.every(({ name, by }) => name && by),
    ],
    ['流程: at least one step', ({ steps }) => steps.length > 0],
    [
      '权限: who decides and within how many days',
      ({ level, commitDays }) => !!level && commitDays >= 0,
    ],
    [
      '单位: the department and its window',
      ({ unit }) => !!unit.name && /^\d号窗口/.test(unit.window),
    ],
    ['人员: the people in charge, by name and post', ({ people }) => people.length > 0],
    ['人员: each with a phone', ({ people }) => people.every((p) => p.name && p.post && p.phone)],
    ['方式: how it is handled', ({ mode }) => !!mode],
    ['电话: of the department', ({ unit }) => /^0736-0000\d{3}$/.test(unit.phone)],
  ])('%s', (_what, complete) => {
    const incomplete = documents<ItemDocument>('items').filter((item) => !complete(item))
    expect(incomplete.map(({ code }) => code)).toEqual([])
  })

  test('every item but the one that needs no paper lists its papers', () => {
    const without = documents<ItemDocument>('items').filter(({ materials }) => !materials.length)
    expect(without.map(({ code }) => code)).toEqual(['ZH-01'])
  })

  test('an item of a department without a window is taken at window 1', () => {
    const codes = documents<ItemDocument>('items').filter(({ department }) => department === 'ga')
    expect(codes.length).toBeGreaterThan(0)
    expect(new Set(codes.map(({ unit }) => unit.window))).toEqual(new Set(['1号窗口 综合受理']))
    expect(itemOf('MZ-01')?.unit.window).toBe('2号窗口 民政残联')
  })
})

describe('finding an item by pinyin', () => {
  test.each([
    ['MZ-01', 'db', 'dibao'],
    ['MZ-01', 'cdb', 'chidibao'],
    ['MZ-05', 'lsjz', 'linshijiuzhu'],
  ])('%s is found by %s and %s', (code, initials, syllables) => {
    expect(itemOf(code)?.pinyin).toEqual(expect.arrayContaining([initials, syllables]))
  })

  test('every item has some, in small letters, none twice', () => {
    const wrong = documents<ItemDocument>('items').filter(
      ({ pinyin }) =>
        pinyin.length < 2 ||
        new Set(pinyin).size < pinyin.length ||
        pinyin.some((form) => !/^\p{Ll}+$/u.test(form)),
    )
    expect(wrong.map(({ code, pinyin }) => [code, pinyin])).toEqual([])
  })
})

describe('whose matters a person handles', () => {
  test.each([
    ['demo-window-1', 'sl xm ga sj yj jy cz zh', 'window 1: its own and those without a window'],
    ['demo-window-9', 'sl xm ga sj yj jy cz zh', 'the B post of window 1: the same'],
    ['demo-window-2', 'mz cl', 'window 2: the two departments at it'],
    ['demo-window-7', 'ny ly zx', 'window 7: three'],
    ['demo-cadre-mz', 'mz', 'a cadre at a window: the own department'],
    ['demo-cadre-ga', 'ga', 'a cadre without a window: the own department'],
    ['demo-agent-v01', '', 'an agent: none by department'],
    ['demo-leader', '', 'the leader: none, although of a department'],
    ['demo-admin', '', 'the administrator: none, who sees no case content'],
  ])('%s: “%s” (%s)', (openid, units) => {
    expect([...(accountOf(openid)?.staff?.units ?? ['?'])].join(' ')).toBe(units)
  })

  test('every department is handled at a window and by a cadre', () => {
    const { departments } = dataFile<{ departments: { readonly id: string }[] }>('departments')
    for (const role of ['window', 'cadre'] as const) {
      const staff = documents<Account>('accounts').flatMap(({ staff }) => staff ?? [])
      const handled = new Set(
        staff.filter(({ roles }) => roles.includes(role)).flatMap(({ units }) => units),
      )
      expect(departments.filter(({ id }) => !handled.has(id))).toEqual([])
    }
  })

  test('nobody is staff and villager in one', () => {
    const accounts = documents<Account>('accounts')
    expect(
      accounts.filter(({ staff, resident }) => (staff === null) === (resident === null)),
    ).toEqual([])
  })
})

describe('places and home page', () => {
  test('hall and station come first, then the villages in their order, each with its agent', () => {
    const places = documents<PlaceDocument>('places')
    expect([...places].sort((a, b) => a.order - b.order).map(({ id }) => id)).toEqual([
      'hall',
      'station',
      ...Array.from({ length: 23 }, (_, n) => `v${String(n + 1).padStart(2, '0')}`),
    ])
    expect(places.filter(({ kind, agent }) => (kind === 'village') !== (agent !== null))).toEqual(
      [],
    )
  })

  test('places that are invented stay marked as samples', () => {
    const places = documents<PlaceDocument & { readonly sample: boolean }>('places')
    expect(places.filter(({ sample }) => !sample).map(({ name }) => name)).toEqual(['羊子垭村'])
  })

  test('the matters of life stand in the order the township gave them', () => {
    const home = documents<{ _id: string; categories: { order: number }[] }>('directory').find(
      ({ _id }) => _id === 'xinpu:home',
    )
    const orders = home?.categories.map(({ order }) => order) ?? []
    expect(orders.length).toBeGreaterThan(5)
    expect(orders).toEqual([...orders].sort((a, b) => a - b))
  })

  test('one can book at the hall and in every village that cadres visit on Thursdays', () => {
    const slots = documents<{ _id: string; venues: { id: string; template: string }[] }>(
      'settings',
    ).find(({ _id }) => _id === 'xinpu:slots')
    const served = dataFile<{
      villages: { readonly id: string; readonly room: { readonly thursdayService: boolean } }[]
    }>('villages').villages.filter(({ room }) => room.thursdayService)
    expect(slots?.venues.map(({ id }) => id)).toEqual(['hall', ...served.map(({ id }) => id)])
    expect(slots?.venues.map(({ template }) => template).join(' ')).toMatch(/^hall( village)+$/)
  })
})

describe('no phone and no ID number of a villager is stored in clear', () => {
  interface Villager {
    readonly name: string
    readonly phone: string
    readonly idNumber: string
    readonly demoOpenid: string | null
  }
  const { residents } = dataFile<{ readonly residents: readonly Villager[] }>('residents')
  const digits = (text: string) => text.replaceAll(' ', '')

  test('anywhere in the documents, in whatever way it is written', () => {
    const stored = digits(JSON.stringify(seed.collections))
    const found = residents.filter(
      ({ phone, idNumber }) => stored.includes(digits(phone)) || stored.includes(idNumber),
    )
    expect(found).toEqual([])
  })

  test('accounts hold no number of the form of an ID, nor its birthday', () => {
    const stored = JSON.stringify(seed.collections['accounts'])
    expect(stored.match(/(?<![\da-f])\d{17}[\dX](?![\da-f])/g)).toBeNull()
    expect(stored).not.toContain('999999')
  })

  test('but with the key they are read back, and each ID has a look-up of its own', () => {
    const known = residents.filter(({ demoOpenid }) => demoOpenid !== null)
    expect(known).toHaveLength(8)
    const hashes = known.map((villager) => {
      const resident = accountOf(villager.demoOpenid ?? '')?.resident
      if (!resident?.idNumber || !resident.contact.phone) throw new Error(villager.name)
      expect(unseal(resident.idNumber)).toBe(villager.idNumber)
      expect(unseal(resident.contact.phone)).toBe(digits(villager.phone))
      return resident.idHash
    })
    expect(new Set(hashes).size).toBe(8)
  })
})

describe('the messages that WeChat’s stand-in knows', () => {
  test('have an id, a title and fields each', () => {
    expect(seed.templates.length).toBeGreaterThan(0)
    expect(new Set(seed.templates.map(({ id }) => id)).size).toBe(seed.templates.length)
    expect(seed.templates.filter(({ title, fields }) => !title || !fields.length)).toEqual([])
  })
})
