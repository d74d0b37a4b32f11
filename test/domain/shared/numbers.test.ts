import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { caseNumber, parseCaseNumber } from '../../../miniprogram/shared/numbers'
import { holds } from '../support/holds'
import { anyText } from '../support/texts'

const monthDays = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map((pair) => pair.map((part) => String(part).padStart(2, '0')).join(''))
const fiveDigits = fc.nat(99_999).map((n) => String(n).padStart(5, '0'))

/** Numbers as the program gives them out. */
const numbers = fc
  .tuple(monthDays, fiveDigits)
  .map(([monthDay, random]) => caseNumber(monthDay, random))
  .filter((number) => number !== null)

const digitsOf = (number: string): string => number.replaceAll('-', '')
const dashed = (ten: string): string => `${ten.slice(0, 4)}-${ten.slice(4, 9)}-${ten.slice(9)}`

describe('a case number', () => {
  test('is month and day, five random digits and a check digit', () => {
    holds(
      fc.property(numbers, (number) => {
        expect(number).toMatch(/^(0[1-9]|1[0-2])\d\d-\d{5}-\d$/)
        expect(parseCaseNumber(number)).toBe(number)
      }),
    )
  })

  test('about one choice of random digits in eleven has none, and others must be taken', () => {
    let without = 0
    for (let n = 0; n < 11_000; n++) {
      if (caseNumber('1117', String(n).padStart(5, '0')) === null) without++
    }
    expect(without).toBeGreaterThan(900)
    expect(without).toBeLessThan(1100)
  })
})

describe('a number mistyped or misheard', () => {
  test('with any one digit wrong is noticed', () => {
    holds(
      fc.property(numbers, (number) => {
        const digits = digitsOf(number)
        const accepted: string[] = []
        for (let place = 0; place < 10; place++) {
          for (const other of '0123456789') {
            if (other === digits[place]) continue
            const wrong = digits.slice(0, place) + other + digits.slice(place + 1)
            if (parseCaseNumber(wrong) !== null) accepted.push(wrong)
          }
        }
        expect(accepted).toEqual([])
      }),
      100,
    )
  })

  test('with two neighbouring digits swapped is noticed', () => {
    holds(
      fc.property(numbers, (number) => {
        const digits = digitsOf(number)
        for (let place = 0; place < 9; place++) {
          const [one = '', two = ''] = digits.slice(place, place + 2)
          const swapped = digits.slice(0, place) + two + one + digits.slice(place + 2)
          if (one !== two) expect(parseCaseNumber(swapped)).toBeNull()
        }
      }),
    )
  })

  test('with a digit missing or one too many is noticed', () => {
    holds(
      fc.property(numbers, fc.nat(9), (number, place) => {
        const digits = digitsOf(number)
        expect(parseCaseNumber(digits.slice(0, place) + digits.slice(place + 1))).toBeNull()
        expect(parseCaseNumber(digits.slice(0, place) + '0' + digits.slice(place))).toBeNull()
      }),
    )
  })

  test('of ten random digits about one in eleven passes, never most', () => {
    const tenDigits = fc.nat(9_999_999).map((n) => `111${String(n).padStart(7, '0')}`)
    const passed = fc
      .sample(tenDigits, { seed: 20261122, numRuns: 5000 })
      .filter((digits) => parseCaseNumber(digits) === dashed(digits)).length
    expect(passed).toBeGreaterThan(300)
    expect(passed).toBeLessThan(650)
  })
})

describe('a number as somebody writes it', () => {
  const number = caseNumber('1117', '48305') ?? ''
  const digits = digitsOf(number)
  const wide = (text: string) =>
    [...text]
      .map((c) => (c === '-' ? '－' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
      .join('')

  test.each([
    ['without dashes', digits],
    ['with spaces', [...digits].join(' ')],
    ['with spaces of a Chinese keyboard', [...digits].join('\u3000')],
    ['with digits of a Chinese keyboard', wide(number)],
    ['with long dashes', number.replaceAll('-', '——')],
    ['with dots', number.replaceAll('-', '.')],
    ['with blanks around it', ` ${number}\n`],
  ])('%s is the same number', (_how, text) => {
    expect(parseCaseNumber(text)).toBe(number)
  })

  test.each([
    '',
    '1117',
    'abcdefghij',
    `${digits}x`,
    `#${digits}`,
    '一一一七四八三〇五六',
    '٠'.repeat(10),
  ])('%j is no number', (text) => {
    expect(parseCaseNumber(text)).toBeNull()
  })

  test('any text whatever is answered, and only with a well-formed number', () => {
    const texts = fc.oneof(
      anyText,
      fc.string({ unit: fc.constantFrom(...'0123456789０９ -－—.·') }),
    )
    holds(
      fc.property(texts, (text) => {
        expect(parseCaseNumber(text) ?? '0000-00000-0').toMatch(/^\d{4}-\d{5}-\d$/)
      }),
      1000,
    )
  })
})
