/** The one editor's rules: what is checked, what is sent, and two people writing at once. */
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  giveUp,
  merged,
  NOTHING,
  others,
  write,
} from '../../../miniprogram/packages/console/changes'
import { draw } from '../../../miniprogram/shared/form/draw'
import { movedUp, openRow, withRow } from '../../../miniprogram/packages/console/edit/row'
import { checkAll, cleanAll } from '../../../miniprogram/shared/form/fields'
import type { Field, Values } from '../../../miniprogram/shared/form/fields'
import { PARTS } from '../../../miniprogram/packages/console/things/item'
import { THINGS } from '../../../miniprogram/packages/console/things'

const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  key: 'it',
  label: '它',
  kind,
  ...more,
})
const errorOf = (one: Field, it: Values['it']) => checkAll([one], { it }).it ?? ''

describe('a field', () => {
  it.each<[string, Field, Values['it'], string]>([
    ['text that is only spaces', field('line'), '  ', '还没填'],
    ['optional text', field('line', { optional: true }), '', ''],
    ['long text', field('line', { most: 3 }), '四个字了', '太长了，最多3个字'],
    ['no number', field('number'), '五', '写整数，如 5'],
    ['a negative number', field('number'), '-1', '写整数，如 5'],
    ['a number too high', field('number', { most: 9 }), '10', '太大了，最多9'],
    ['lines that are all blank', field('lines'), ['', ' '], '还没写'],
    ['nothing chosen', field('choice'), undefined, '选一个'],
    ['no rows', field('rows', { rows: rowsOf() }), [], '至少要有一条'],
    [
      'a row that is not whole',
      field('rows', { rows: rowsOf() }),
      [{ a: '好' }, {}],
      '第2条没填好，点开看看',
    ],
  ])('%s', (_what, one, value, error) => {
    expect(errorOf(one, value)).toBe(error)
  })

  it('is sent as the township stores it', () => {
    const fields = [
      { ...field('number'), key: 'days' },
      { ...field('lines'), key: 'tips' },
      { ...field('line', { nullable: true, optional: true }), key: 'basis' },
      { ...field('yes'), key: 'sample' },
    ]
    const typed = { days: '7', tips: [' 早点来 ', ''], basis: ' ', sample: undefined, other: 1 }
    expect(cleanAll(fields, typed)).toEqual({
      days: 7,
      tips: ['早点来'],
      basis: null,
      sample: false,
      other: 1,
    })
  })

  it('says what was chosen in words', () => {
    const one = field('many', {
      choices: [
        { key: 'a', text: '甲' },
        { key: 'b', text: '乙' },
      ],
    })
    const [drawn] = draw([one], { it: ['b'] }, { fetched: {}, errors: {}, others: { it: [] } })
    expect(drawn).toMatchObject({ text: '乙', other: '（空着）' })
    expect(drawn?.choices.map(({ on }) => on)).toEqual([false, true])
  })
})

function rowsOf() {
  return {
    fields: [{ key: 'a', label: '甲', kind: 'line' as const }],
    add: '加一条',
    title: () => '',
    note: () => '',
  }
}

describe('rows', () => {
  const list = field('rows', { rows: rowsOf() })
  it('a new one in which nothing was written is none', () => {
    expect(withRow([], openRow(list, [], -1, false))).toEqual([])
  })
  it('one moves up, never out', () => {
    const rows = [{ a: '1' }, { a: '2' }, { a: '3' }]
    const names = (index: number) =>
      movedUp(rows, openRow(list, rows, index, false)).map(({ a }) => a)
    expect([names(0), names(2)]).toEqual([
      ['1', '2', '3'],
      ['1', '3', '2'],
    ])
  })
})

describe('two at once', () => {
  const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', '3'))

  it('never loses what was written, and shows every field that both changed differently', () => {
    fc.assert(
      fc.property(values, values, values, (there, mine, theirs) => {
        const begun = Object.entries(mine).reduce(
          (form, [key, value]) => write(form, there, key, value),
          NOTHING,
        )
        const fresh = { ...there, ...theirs }
        expect(merged(fresh, begun)).toEqual({ ...fresh, ...mine })
        const both = Object.keys(mine).filter(
          (key) => fresh[key] !== there[key] && fresh[key] !== mine[key],
        )
        expect(Object.keys(others(fresh, begun)).sort()).toEqual(both.sort())
      }),
      { seed: 7 },
    )
  })

  it('the other one is right: what they wrote stands', () => {
    const begun = write(NOTHING, { a: '1' }, 'a', '2')
    expect(merged({ a: '3' }, giveUp(begun, 'a'))).toEqual({ a: '3' })
  })
})

describe('the tables', () => {
  it('ask for each field of an item once', () => {
    const keys = PARTS.flatMap(({ fields }) => fields.map(({ key }) => key))
    expect(new Set(keys).size).toBe(keys.length)
  })
  it.each(Object.entries(THINGS))(
    '%s has fields with labels and rows where it says so',
    (_k, thing) => {
      for (const { label, kind, rows } of thing.fields('who')) {
        expect(label).not.toBe('')
        expect(rows !== undefined).toBe(kind === 'rows')
      }
    },
  )
})
