import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  isIdNumber,
  maskIdNumber,
  maskPhone,
  parsePhone,
} from '../../../miniprogram/shared/identity'
import { holds } from '../support/holds'
import { anyText } from '../support/texts'
import { dataFile } from '../support/township'

const { residents } = dataFile<{
  readonly residents: readonly { readonly name: string; readonly idNumber: string }[]
}>('residents')
const ids = residents.map(({ idNumber }) => idNumber)
const anyId = fc.constantFrom(...ids)

describe('resident ID numbers (GB 11643)', () => {
  test.each(residents.map(({ name, idNumber }) => [name, idNumber]))(
    'the number of %s in the sample data is well-formed: %s',
    (_name, idNumber) => {
      expect(isIdNumber(idNumber)).toBe(true)
    },
  )

  test('the example of the standard, with its check character X', () => {
    expect(isIdNumber('11010519491231002X')).toBe(true)
    expect(isIdNumber('440524188001010014')).toBe(true)
  })

  test.each([
    ['110105194912310021', 'a wrong check digit'],
    ['11010519491231002', 'a character missing'],
    ['11010519491231002XX', 'a character too many'],
    ['11010519491231002x', 'a small x: input is brought to capitals first'],
    ['110105491231002', 'an old number of 15 digits'],
    ['X10105194912310020', 'X anywhere but at the end'],
    ['', 'nothing'],
  ])('%s is not one: %s', (text) => {
    expect(isIdNumber(text)).toBe(false)
  })

  test('any single wrong digit is noticed', () => {
    holds(
      fc.property(anyId, fc.nat(16), fc.integer({ min: 1, max: 9 }), (id, place, shift) => {
        const other = String((Number(id[place]) + shift) % 10)
        expect(isIdNumber(id.slice(0, place) + other + id.slice(place + 1))).toBe(false)
      }),
      1000,
    )
  })

  test('any two neighbouring digits swapped are noticed', () => {
    holds(
      fc.property(anyId, fc.nat(16), (id, place) => {
        const [one = '', two = ''] = id.slice(place, place + 2)
        fc.pre(one !== two)
        expect(isIdNumber(id.slice(0, place) + two + one + id.slice(place + 2))).toBe(false)
      }),
    )
  })

  test.each(['19500229', '20261301', '20260431', '20260100', '00000000'])(
    'no check character saves a birthday that does not exist: %s',
    (birthday) => {
      const accepted = [...'0123456789X'].filter((check) =>
        isIdNumber(`999999${birthday}123${check}`),
      )
      expect(accepted).toEqual([])
    },
  )

  test('any birthday that exists has exactly one check character', () => {
    const birthdays = fc
      .date({ min: new Date('1900-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''))
    holds(
      fc.property(birthdays, fc.integer({ min: 100, max: 999 }), (birthday, serial) => {
        const checks = [...'0123456789X'].filter((check) =>
          isIdNumber(`999999${birthday}${String(serial)}${check}`),
        )
        expect(checks).toHaveLength(1)
      }),
    )
  })
})

describe('phones', () => {
  test.each([
    ['19900001001', '19900001001', 'plain'],
    ['199 0000 1001', '19900001001', 'in groups'],
    ['199-0000-1001', '19900001001', 'with dashes'],
    ['+86 199 0000 1001', '19900001001', 'with the country code'],
    ['008619900001001', '19900001001', 'with the country code as dialled'],
    ['0736-0000101', '07360000101', 'a landline with its area code'],
    ['（0736）0000101', '07360000101', 'brackets of a Chinese keyboard'],
    ['(0736) 0000101', '07360000101', 'plain brackets'],
    ['010-00000000', '01000000000', 'a landline of a big city'],
    [' 19900001001\n', '19900001001', 'blanks around it'],
  ])('%s is %s: %s', (text, phone) => {
    expect(parsePhone(text)).toBe(phone)
  })

  test.each([
    ['1990000100', 'a digit missing'],
    ['199000010011', 'a digit too many'],
    ['12000001001', 'no such mobile range'],
    ['0000101', 'no area code'],
    ['110', 'the police'],
    ['12345', 'the hotline'],
    ['19900001001转2', 'an extension'],
    ['没有', 'no phone'],
    ['', 'nothing'],
  ])('%s is none: %s', (text) => {
    expect(parsePhone(text)).toBeNull()
  })

  test('any text is answered, and only with ten to twelve digits', () => {
    holds(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'0123456789+ -()') })),
        (text) => {
          expect(parsePhone(text) ?? '0000000000').toMatch(/^\d{10,12}$/)
        },
      ),
      1000,
    )
  })

  test('a phone read once is read the same again', () => {
    const mobiles = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String)
    holds(fc.property(mobiles, (phone) => parsePhone(parsePhone(phone) ?? '') === phone))
  })
})

describe('masks', () => {
  test('an ID number shows its first and last three', () => {
    expect(maskIdNumber('999999195503121113')).toBe('999************113')
    expect(maskIdNumber('99999919780325171X')).toBe('999************71X')
  })

  test('a phone shows its first three and last four', () => {
    expect(maskPhone('19900001001')).toBe('199****1001')
    expect(maskPhone('07360000101')).toBe('073****0101')
  })

  test('two people with the same ends look the same: the middle leaves no trace', () => {
    const middle = (length: number) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
    holds(
      fc.property(middle(12), middle(12), (a, b) => {
        expect(maskIdNumber(`999${a}113`)).toBe(maskIdNumber(`999${b}113`))
      }),
    )
    holds(
      fc.property(middle(4), middle(4), (a, b) => {
        expect(maskPhone(`199${a}1001`)).toBe(maskPhone(`199${b}1001`))
      }),
    )
  })

  test('what is too short to be one is hidden whole', () => {
    expect(maskIdNumber('123456')).toBe('******')
    expect(maskPhone('0000101')).toBe('*******')
    expect(maskPhone('')).toBe('')
  })
})
