import { describe, expect, test } from '@jest/globals'
import { ObjectId } from 'bson'
import fc from 'fast-check'
import { parseEjson, stringifyEjson } from '../../../local/cloud/database/ejson'
import { isPlainObject } from '../../../local/cloud/database/plain-object'
import { bsonValue } from './arbitrary'

/** EJSON has no `undefined`. */
function defined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(defined)
  if (!isPlainObject(value)) return value ?? null
  return Object.fromEntries(Object.entries(value).map(([key, content]) => [key, defined(content)]))
}

const now = () => 1_700_000_000_000

test('what is written is read again, whatever the type', () => {
  const check = fc.property(bsonValue.map(defined), (value) => {
    expect(parseEjson(stringifyEjson({ value }))).toEqual({ value })
  })
  fc.assert(check, { seed: 20241117, numRuns: 1000 })
})

test('numbers, dates and ids become native values', () => {
  const text = `{"i":{"$numberInt":"1"},"l":{"$numberLong":"9007199254740993"},"d":{"$numberDouble":"-0.0"},
    "at":{"$date":{"$numberLong":"5"}},"iso":{"$date":"1970-01-01T00:00:00Z"},
    "id":{"$oid":"0123456789abcdef01234567"}}`
  expect(parseEjson(text)).toEqual({
    i: 1,
    l: 9007199254740992,
    d: -0,
    at: new Date(5),
    iso: new Date(0),
    id: new ObjectId('0123456789abcdef01234567'),
  })
})

test('a server date is the business clock and its offset', () => {
  const text =
    '{"a":{"$tcb_server_date":{"offset":{"$numberInt":"1000"}}},"b":{"$tcb_server_date":{}}}'
  expect(parseEjson(text, now)).toEqual({ a: new Date(now() + 1000), b: new Date(now()) })
})

test('a regular expression is one, and remembers no last match', () => {
  const text = '{"$regularExpression":{"pattern":"^a","options":"gi"}}'
  expect(parseEjson(text)).toEqual(/^a/i)
})

test('$regex among other operators stays an operator', () => {
  const text = '{"name":{"$regex":"^a","$options":"i","$ne":"ab"}}'
  expect(parseEjson(text)).toEqual({ name: { $regex: '^a', $options: 'i', $ne: 'ab' } })
})

describe('what cannot be read is refused', () => {
  test.each([
    '{',
    '{"a":{"$date":"some day"}}',
    '{"a":{"$date":null}}',
    '{"a":{"$numberInt":"one"}}',
    '{"a":{"$numberInt":1}}',
    '{"a":{"$oid":"xyz"}}',
    '{"__proto__":{"admin":true}}',
    '{"a":[{"__proto__":1}]}',
    '{"a":{"$regularExpression":{"pattern":"(","options":""}}}',
    '{"a":{"$tcb_server_date":{"offset":"soon"}}}',
  ])('%s', (text) => {
    expect(() => parseEjson(text)).toThrow(expect.objectContaining({ code: 'INVALID_PARAM' }))
  })
})
