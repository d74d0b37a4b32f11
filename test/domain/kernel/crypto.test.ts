import { beforeEach, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  lookupHash,
  randomDigits,
  randomSalt,
  seal,
  unseal,
} from '../../../cloudfunctions/core/kernel/crypto'
import type { Sealed } from '../../../cloudfunctions/core/kernel/crypto'
import { holds } from '../support/holds'
import { anyText } from '../support/texts'
import { FIRST_KEY, SECOND_KEY, setKeys } from '../support/keys'

const ID = '999999195503121113'

beforeEach(() => {
  setKeys()
  delete process.env.DATA_KEY_k1
})

/** The same sealed text with one bit turned over. */
function tampered(sealed: Sealed, bit: number): Sealed {
  const bytes = Buffer.from(sealed.c, 'base64')
  const at = bit % (bytes.length * 8)
  bytes.writeUInt8(bytes.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3)
  return { k: sealed.k, c: bytes.toString('base64') }
}

describe('sealing personal data', () => {
  test('whatever is sealed is read back', () => {
    holds(
      fc.property(anyText, (text) => {
        expect(unseal(seal(text))).toBe(text)
      }),
    )
  })

  test('the sealed text tells nothing: not the number, not that two are the same', () => {
    const one = seal(ID)
    expect(JSON.stringify(one)).not.toContain(ID.slice(6))
    expect(Buffer.from(one.c, 'base64').toString('latin1')).not.toContain(ID.slice(6, 10))
    expect(seal(ID).c).not.toBe(one.c)
  })

  test('a single bit changed anywhere is noticed', () => {
    const sealed = seal(ID)
    const bits = Buffer.from(sealed.c, 'base64').length * 8
    const read = Array.from({ length: bits }, (_, bit) => bit).filter((bit) => {
      try {
        unseal(tampered(sealed, bit))
        return true
      } catch {
        return false
      }
    })
    expect(read).toEqual([])
  })

  test.each(['', 'AAAA', 'not base64 at all'])('%j is not a sealed text', (c) => {
    expect(() => unseal({ k: 'k1', c })).toThrow()
  })

  test('another key does not open it', () => {
    const sealed = seal(ID)
    process.env.DATA_KEY = SECOND_KEY
    expect(() => unseal(sealed)).toThrow()
  })

  test('a key that is not there is named', () => {
    const sealed = seal(ID)
    expect(() => unseal({ ...sealed, k: 'k0' })).toThrow('DATA_KEY_k0')
  })

  test('after a change of keys the old texts stay readable and new ones carry the new key', () => {
    const old = seal(ID)
    Object.assign(process.env, {
      DATA_KEY: SECOND_KEY,
      DATA_KEY_ID: 'k2',
      DATA_KEY_k1: FIRST_KEY,
    })
    expect(unseal(old)).toBe(ID)
    expect(seal(ID).k).toBe('k2')
    expect(unseal(seal(ID))).toBe(ID)
  })

  test.each([
    ['missing', ''],
    ['too short', Buffer.alloc(16, 1).toString('base64')],
    ['too long', Buffer.alloc(33, 1).toString('base64')],
  ])('nothing is sealed with a key that is %s', (_what, key) => {
    process.env.DATA_KEY = key
    expect(() => seal(ID)).toThrow('DATA_KEY must be 32 bytes in base64')
  })
})

describe('looking up by a personal value', () => {
  test('the same value is found again, the value itself cannot be read', () => {
    expect(lookupHash('id', ID)).toBe(lookupHash('id', ID))
    expect(lookupHash('id', ID)).toMatch(/^[0-9a-f]{64}$/)
  })

  test('the same digits as something else do not match', () => {
    expect(lookupHash('phone', '19900001001')).not.toBe(lookupHash('code', '19900001001'))
  })

  test('without the key nobody can compute it', () => {
    const before = lookupHash('id', ID)
    process.env.HASH_KEY = SECOND_KEY
    expect(lookupHash('id', ID)).not.toBe(before)
    delete process.env.HASH_KEY
    expect(() => lookupHash('id', ID)).toThrow('HASH_KEY')
  })
})

describe('random values', () => {
  test.each([1, 5, 6, 10])('%i digits are digits, leading zeros included', (count) => {
    const drawn = Array.from({ length: 300 }, () => randomDigits(count))
    expect(drawn.filter((digits) => !new RegExp(`^\\d{${String(count)}}$`).test(digits))).toEqual(
      [],
    )
    expect(new Set(drawn.map((digits) => digits[0])).size).toBeGreaterThan(5)
  })

  test('no two salts are the same', () => {
    const salts = Array.from({ length: 200 }, randomSalt)
    expect(new Set(salts).size).toBe(200)
    expect(salts.every((salt) => /^[0-9a-f]{32}$/.test(salt))).toBe(true)
  })
})
