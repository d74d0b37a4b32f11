/** 谁听说了什么: who heard of an absence hears of its end, nobody hears the same twice running. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { heardAfter } from '../../cloudfunctions/core/domain/told'
import type { Expected } from '../../cloudfunctions/core/domain/told'

const seat = (id: string, state: string): Expected => ({
  id,
  words: `蒋福生${state}`,
  away: state !== '在',
})

describe('one after the other', () => {
  test('away, the same again, back, away in the same words', () => {
    const tellings = ['外出', '外出', '在', '在', '外出']
    const counts: number[] = []
    tellings.reduce<ReturnType<typeof heardAfter>>((heard, state, at) => {
      const after = heardAfter(heard, [seat('a', state)], at + 1)
      counts.push(after[0]?.count ?? 0)
      return after
    }, [])
    expect(counts).toEqual([1, 1, 3, 3, 5])
  })

  test('who heard of no absence does not hear that it is over', () => {
    expect(heardAfter([], [seat('a', '在')], 1)).toEqual([])
  })

  test('a seat that is given back is forgotten', () => {
    expect(heardAfter(heardAfter([], [seat('a', '外出')], 1), [], 2)).toEqual([])
  })
})

test('whatever is said: everybody who heard anything last heard what holds', () => {
  const statement = fc.uniqueArray(
    fc.record({ id: fc.constantFrom('a', 'b', 'c'), state: fc.constantFrom('在', '外出', '下村') }),
    { selector: ({ id }) => id },
  )
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 8 }), (statements) => {
      let heard: ReturnType<typeof heardAfter> = []
      for (const [at, said] of statements.entries()) {
        const before = new Map(heard.map((one) => [one.id, one]))
        const expected = said.map(({ id, state }) => seat(id, state))
        heard = heardAfter(heard, expected, at + 1)
        for (const { id, words, away } of expected) {
          const now = heard.find((one) => one.id === id)
          expect(now?.words ?? '').toBe(away || before.has(id) ? words : '')
          const isNews = now?.count === at + 1
          expect(isNews).toBe(now !== undefined && before.get(id)?.words !== words)
        }
      }
    }),
    { seed: 26 },
  )
})
