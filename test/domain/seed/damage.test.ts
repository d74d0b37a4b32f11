import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { copyFileSync, cpSync, mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readSeed, SeedError } from '../../../seed/read'
import { dataFile, SEED_DIRECTORY } from '../support/township'

type Row = Record<string, unknown>

let directory: string

beforeAll(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'seed-'))
  cpSync(SEED_DIRECTORY, directory, { recursive: true })
})
afterAll(() => rmSync(directory, { recursive: true }))

const damaged = new Set<string>()
const place = (file: string): string => path.join(directory, file)

function write(file: string, text: string): void {
  damaged.add(file)
  writeFileSync(place(file), text)
}

/** Damages one row of a file, told by its place from 0. */
function damageRow(name: string, list: string, index: number, change: (row: Row) => void): void {
  const content = dataFile<Record<string, Row[]>>(name)
  const row = content[list]?.[index]
  if (!row) throw new Error(`no row ${String(index)} in ${name}`)
  change(row)
  write(`${name}.json`, JSON.stringify(content))
}

afterEach(() => {
  for (const file of damaged) copyFileSync(path.join(SEED_DIRECTORY, file), place(file))
  damaged.clear()
})

/** What whoever keeps the files is told; throws when the data were taken. */
function complaint(): SeedError {
  try {
    readSeed(directory)
  } catch (error) {
    if (error instanceof SeedError) return error
    throw error
  }
  throw new Error('the damaged data were taken')
}

const FILES = [
  'township',
  'calendar',
  'categories',
  'departments',
  'items',
  'villages',
  'staff',
  'residents',
  'rules-text',
  'faq',
]

test('an undamaged copy is read without complaint', () => {
  expect(readSeed(directory).items.items).toHaveLength(108)
})

describe('a whole file is damaged', () => {
  test.each(FILES)('%s.json is missing', (name) => {
    damaged.add(`${name}.json`)
    unlinkSync(place(`${name}.json`))
    const { problems, message } = complaint()
    expect(problems.map(({ file }) => file)).toEqual([`${name}.json`])
    expect(message).toContain(`${name}.json：没有这个文件`)
  })

  test.each(FILES)('%s.json breaks off in the middle', (name) => {
    write(`${name}.json`, JSON.stringify(dataFile(name)).slice(0, -20))
    expect(complaint().message).toContain(`${name}.json：不是正确的 JSON`)
  })

  test.each(FILES)('%s.json is a bare list', (name) => {
    write(`${name}.json`, '[]')
    expect(complaint().problems).toMatchObject([{ file: `${name}.json`, row: '' }])
  })

  test('two files at once are both named', () => {
    write('faq.json', '{')
    write('staff.json', '')
    expect(complaint().problems.map(({ file }) => file)).toEqual(['staff.json', 'faq.json'])
  })

  test('a list that is none is named by its field', () => {
    write('faq.json', '{"faq": "没有"}')
    expect(complaint().problems).toMatchObject([{ file: 'faq.json', row: '', field: 'faq' }])
  })

  test('a field of the township is named by its path', () => {
    const township = dataFile<{ slotTemplates: { hall: { sessions: { from: string }[] } } }>(
      'township',
    )
    const [morning] = township.slotTemplates.hall.sessions
    if (morning) morning.from = '8点半'
    write('township.json', JSON.stringify(township))
    expect(complaint().message).toContain(
      'township.json，slotTemplates.hall.sessions.0.from：不是时间',
    )
  })
})

describe('one row is damaged: file, row and field are named', () => {
  test.each<[string, string, string, number, string, string, unknown]>([
    ['a missing name', 'items', 'items', 2, '第3行 MZ-03', 'name', undefined],
    ['an empty result', 'items', 'items', 0, '第1行 MZ-01', 'result', ''],
    ['a number as text', 'items', 'items', 0, '第1行 MZ-01', 'commitDays', '25'],
    ['half a day', 'items', 'items', 0, '第1行 MZ-01', 'commitDays', 2.5],
    ['days below zero', 'items', 'items', 0, '第1行 MZ-01', 'commitDays', -1],
    ['an unknown way', 'items', 'items', 0, '第1行 MZ-01', 'mode', 'online'],
    ['no steps', 'items', 'items', 0, '第1行 MZ-01', 'steps', []],
    ['a code in small letters', 'items', 'items', 0, '第1行 mz-01', 'code', 'mz-01'],
    ['a category in capitals', 'categories', 'categories', 1, '第2行 identity', 'name', null],
    ['a department without phone', 'departments', 'departments', 1, '第2行 cl', 'phone', undefined],
    ['a phone in words', 'departments', 'departments', 1, '第2行 cl', 'phone', '问村里'],
    ['no households', 'villages', 'villages', 22, '第23行 v23', 'households', 0],
    ['a mark as text', 'villages', 'villages', 1, '第2行 v02', 'sample', 'true'],
    ['a person without role', 'staff', 'staff', 0, '第1行 st-leader', 'roles', []],
    ['a role that is none', 'staff', 'staff', 0, '第1行 st-leader', 'roles.0', ['boss']],
    [
      'a wrong ID number',
      'residents',
      'residents',
      0,
      '第1行 r01',
      'idNumber',
      '999999195503121114',
    ],
    ['an age of 131', 'residents', 'residents', 0, '第1行 r01', 'age', 131],
    ['a rule without text', 'rules-text', 'texts', 0, '第1行 seven-duties', 'text', ''],
    ['an unknown kind of text', 'rules-text', 'texts', 0, '第1行 seven-duties', 'kind', 'law'],
    ['a question left empty', 'faq', 'faq', 3, '第4行 q04', 'question', ''],
    ['a day that does not exist', 'calendar', 'days', 0, '第1行 2026-02-30', 'date', '2026-02-30'],
    ['a day in another form', 'calendar', 'days', 4, '第5行 2026/1/1', 'date', '2026/1/1'],
    ['a day neither off nor not', 'calendar', 'days', 0, '第1行 2025-01-01', 'off', undefined],
  ])('%s', (_what, name, list, index, row, field, value) => {
    damageRow(name, list, index, (entry) => {
      entry[field.split('.')[0] ?? field] = value
    })
    const { problems, message } = complaint()
    expect(problems).toMatchObject([{ file: `${name}.json`, row, field }])
    expect(message).toContain(`  ${name}.json，${row}，${field}：`)
  })

  test('a fault deep in a row is named by its path', () => {
    damageRow('items', 'items', 0, (item) => {
      const [, card] = item['materials'] as Row[]
      if (card) delete card['form']
    })
    expect(complaint().message).toContain('items.json，第1行 MZ-01，materials.1.form：')
  })

  test('a joint approval needs at least two departments', () => {
    damageRow('items', 'items', 0, (item) => {
      Object.assign(item, { mode: 'joint', branches: ['mz'] })
    })
    expect(complaint().message).toContain(
      'items.json，第1行 MZ-01，branches：联合审批至少要有两个部门',
    )
  })

  test('a session that ends before it begins is named', () => {
    const township = dataFile<Row & { slotTemplates: { village: { sessions: Row[] } } }>('township')
    township.slotTemplates.village.sessions[1] = { from: '16:00', to: '14:00' }
    write('township.json', JSON.stringify(township))
    expect(complaint().message).toContain('slotTemplates.village.sessions.1：结束要晚于开始')
  })

  test('the last official day of the calendar must be a day', () => {
    const calendar = dataFile<Row>('calendar')
    write('calendar.json', JSON.stringify({ ...calendar, verifiedUntil: '2026-12' }))
    expect(complaint().message).toContain('calendar.json，verifiedUntil：不是日子')
  })
})

describe('an id is there twice', () => {
  test.each([
    ['categories', 'categories', '第2行 birth', 'birth'],
    ['departments', 'departments', '第2行 mz', 'mz'],
    ['villages', 'villages', '第2行 v01', 'v01'],
    ['staff', 'staff', '第2行 st-leader', 'st-leader'],
    ['residents', 'residents', '第2行 r01', 'r01'],
  ])('in %s.json', (name, list, row, id) => {
    damageRow(name, list, 1, (entry) => {
      entry['id'] = id
    })
    expect(complaint().message).toContain(`${name}.json，${row}，id：和前面的重复`)
  })

  test('the code of an item', () => {
    damageRow('items', 'items', 1, (entry) => {
      entry['code'] = 'MZ-01'
    })
    expect(complaint().message).toMatch(/items\.json，第2行 MZ-01，code：和前面的重复/)
  })
})

describe('something else is there twice', () => {
  test.each<[string, string, number, string, unknown, string]>([
    ['calendar', 'days', 1, 'date', '2025-01-01', 'calendar.json，第2行 2025-01-01，date'],
    ['faq', 'faq', 1, 'id', 'q01', 'faq.json，第2行 q01，id'],
    ['rules-text', 'texts', 1, 'id', 'seven-duties', 'rules-text.json，第2行 seven-duties，id'],
    [
      'residents',
      'residents',
      1,
      'idNumber',
      '999999195503121113',
      'residents.json，第2行 r02，idNumber',
    ],
    ['staff', 'staff', 1, 'demoOpenid', 'demo-leader', '第2行 st-supervisor，demoOpenid'],
  ])('in %s.json', (name, list, row, field, value, place) => {
    damageRow(name, list, row, (entry) => {
      entry[field] = value
    })
    expect(complaint().message).toContain(`${place}：和前面的重复`)
  })
})

test('a department without anybody to handle its matters is found before a villager finds it', () => {
  const content = dataFile<{ staff: { readonly id: string }[] }>('staff')
  content.staff = content.staff.filter(({ id }) => id !== 'st-cadre-ga')
  write('staff.json', JSON.stringify(content))
  expect(complaint().message).toContain('“ga”没有经办的干部')
})

describe('something is referred to that is not there', () => {
  test.each<[string, string, string, string, unknown, string]>([
    ['items', 'items', 'MZ-01', 'category', 'nothing', 'nothing'],
    ['items', 'items', 'MZ-01', 'department', 'zz', 'zz'],
    ['items', 'items', 'MZ-01', 'branches', ['mz', 'zz'], 'zz'],
    ['items', 'items', 'MZ-01', 'branchTasks', [{ department: 'zz', task: '看' }], 'zz'],
    [
      'items',
      'items',
      'MZ-01',
      'conditionalBranches',
      [{ department: 'zz', when: '用林地' }],
      'zz',
    ],
    ['villages', 'villages', 'v01', 'agent', 'st-leader', 'st-leader'],
    ['staff', 'staff', 'st-leader', 'window', '99号窗口', '99号窗口'],
    ['villages', 'villages', 'v01', 'agent', 'st-nobody', 'st-nobody'],
    ['staff', 'staff', 'st-leader', 'department', 'zz', 'zz'],
    ['staff', 'staff', 'st-leader', 'village', 'v99', 'v99'],
    ['residents', 'residents', 'r01', 'village', 'v99', 'v99'],
    ['residents', 'residents', 'r01', 'family', ['r02', 'r99'], 'r99'],
    ['faq', 'faq', 'q01', 'items', ['ZH-01', 'ZZ-99'], 'ZZ-99'],
  ])('in %s.json %s %s: %s', (name, list, row, field, value, missing) => {
    damageRow(name, list, 0, (entry) => {
      entry[field] = value
    })
    expect(complaint().message).toContain(`${name}.json，第1行 ${row}，${field}：没有“${missing}”`)
  })

  test('a department taken away is missed by every item of it', () => {
    const content = dataFile<{ departments: { readonly id: string }[] }>('departments')
    content.departments = content.departments.filter(({ id }) => id !== 'mz')
    write('departments.json', JSON.stringify(content))
    const { problems } = complaint()
    const own = dataFile<{ items: { code: string; department: string }[] }>('items').items.filter(
      ({ department }) => department === 'mz',
    )
    const missed = problems.filter(
      ({ file, field }) => file === 'items.json' && field === 'department',
    )
    expect(missed.map(({ row }) => row.split(' ')[1])).toEqual(own.map(({ code }) => code))
  })
})

test('of very many faults twenty are told and the rest counted', () => {
  const content = dataFile<{ items: Row[] }>('items')
  for (const item of content.items) item['name'] = ''
  write('items.json', JSON.stringify(content))
  const { problems, message } = complaint()
  expect(problems).toHaveLength(108)
  expect(message.split('\n')).toHaveLength(22)
  expect(message).toContain('有108处不对')
  expect(message).toContain('还有88处')
})
