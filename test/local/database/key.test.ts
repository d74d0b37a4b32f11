import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { encodeKey, inverted, successor } from '../../../local/cloud/database/key'
import { bsonValue } from './arbitrary'
import { compareBson } from './bson-order'

const RUNS = { seed: 20241117, numRuns: 3000 }

test('keys compare as bytes exactly as their values compare in MongoDB', () => {
  const check = fc.property(bsonValue, bsonValue, (a, b) => {
    const order = Math.sign(encodeKey(a).compare(encodeKey(b)))
    expect(order).toBe(Math.sign(compareBson(a, b)))
  })
  fc.assert(check, RUNS)
})

test('a descending field has exactly the opposite order', () => {
  const check = fc.property(bsonValue, bsonValue, (a, b) => {
    const order = inverted(encodeKey(a)).compare(inverted(encodeKey(b)))
    expect(order).toBe(encodeKey(b).compare(encodeKey(a)))
  })
  fc.assert(check, RUNS)
})

test('no key is the beginning of another, so compound keys never run into each other', () => {
  const check = fc.property(bsonValue, bsonValue, (a, b) => {
    const [x, y] = [encodeKey(a), encodeKey(b)]
    if (!x.equals(y)) expect(y.subarray(0, x.length).equals(x)).toBe(false)
  })
  fc.assert(check, RUNS)
})

test('the successor of a key lies between what begins with it and what follows', () => {
  const check = fc.property(bsonValue, bsonValue, bsonValue, (a, b, rest) => {
    const [x, y] = [encodeKey(a), encodeKey(b)]
    expect(Buffer.concat([x, encodeKey(rest)]).compare(successor(x))).toBe(-1)
    if (y.compare(x) > 0) expect(y.compare(successor(x))).toBeGreaterThanOrEqual(0)
  })
  fc.assert(check, RUNS)
})

test('0 and -0 are one key', () => {
  expect(encodeKey(-0)).toEqual(encodeKey(0))
})
