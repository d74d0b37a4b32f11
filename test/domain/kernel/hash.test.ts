import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { accountId, canonicalJson, hashId, sha256 } from '../../../cloudfunctions/core/kernel/hash'
import { holds } from '../support/holds'

/** The same content with the keys of every object in the opposite order. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, entry]) => [key, turnedRound(entry)]),
  )
}

const contents = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown)

describe('canonical JSON', () => {
  test('equal content has equal text, in whatever order it was written', () => {
    holds(
      fc.property(contents, (content) => {
        expect(canonicalJson(turnedRound(content))).toBe(canonicalJson(content))
      }),
    )
    expect(canonicalJson({ b: 1, a: { d: [2], c: 3 } })).toBe('{"a":{"c":3,"d":[2]},"b":1}')
  })

  test('nothing is lost: read back it is the same content', () => {
    holds(
      fc.property(contents, (content) => {
        expect(JSON.parse(canonicalJson(content))).toEqual(content)
      }),
    )
  })

  test('the order of a list is part of the content', () => {
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]))
  })

  test('a field left out and a field not given are the same, an empty one is not', () => {
    expect(canonicalJson({ note: undefined })).toBe(canonicalJson({}))
    expect(canonicalJson({ note: null })).not.toBe(canonicalJson({}))
    expect(canonicalJson({ note: '' })).not.toBe(canonicalJson({ note: null }))
  })

  test('an instant is its moment, whichever zone it was written in', () => {
    const local = new Date('2026-11-24T09:20:00+08:00')
    expect(canonicalJson({ at: local })).toBe('{"at":"2026-11-24T01:20:00.000Z"}')
  })

  test('nothing given is text too', () => {
    expect(canonicalJson(undefined)).toBe('null')
    expect(canonicalJson([undefined])).toBe('[null]')
  })
})

describe('hashes', () => {
  test('where one part ends and the next begins makes a difference', () => {
    const partings = [['a', 'bc'], ['ab', 'c'], ['abc'], [['a'], 'bc'], ['a', 'bc', ''], ['a","bc']]
    expect(new Set(partings.map((parts) => sha256(...parts))).size).toBe(partings.length)
  })

  test('a number is not its text', () => {
    expect(sha256(1)).not.toBe(sha256('1'))
    expect(sha256(null)).not.toBe(sha256('null'))
  })

  test('different content has a different hash', () => {
    holds(
      fc.property(contents, contents, (a, b) => {
        expect(sha256(a) === sha256(b)).toBe(canonicalJson(a) === canonicalJson(b))
      }),
    )
  })

  test('is SHA-256 of the text, so that others can check the log', () => {
    expect(sha256()).toBe('4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945')
  })

  test('a repeat of the same request has the same id of 32 characters', () => {
    expect(hashId('case', 'someone', 'r1')).toMatch(/^[0-9a-f]{32}$/)
    expect(hashId('case', 'someone', 'r1')).toBe(hashId('case', 'someone', 'r1'))
    expect(hashId('case', 'someone', 'r2')).not.toBe(hashId('case', 'someone', 'r1'))
  })

  test('an account does not show its openid and differs from township to township', () => {
    expect(accountId('xinpu', 'demo-villager-1')).not.toContain('villager')
    expect(accountId('xinpu', 'demo-villager-1')).not.toBe(accountId('other', 'demo-villager-1'))
  })
})
