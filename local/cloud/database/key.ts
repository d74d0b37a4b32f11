import { Binary, Decimal128, Long, MaxKey, MinKey, ObjectId, Timestamp } from 'bson'
import { refused } from './errors'

/**
 * Values as bytes whose order is MongoDB's order: null < numbers < strings < objects < arrays <
 * binary < ObjectId < boolean < date < regular expression. An index is then a plain sorted table of
 * bytes: walking it is walking the documents in order.
 *
 * Every value is self-delimiting (no encoding is the beginning of another), so that the fields of a
 * compound key can stand one after the other.
 */
export const TYPE = {
  minKey: 0x01,
  null: 0x05,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x40,
  binary: 0x50,
  objectId: 0x60,
  boolean: 0x70,
  date: 0x80,
  timestamp: 0x88,
  regex: 0x90,
  maxKey: 0xf0,
} as const

/** Below every type byte: the end of an object or array sorts before one more element. */
const END = 0x00
/** A zero byte in a text is written `00 FF`, its end `00 01`: a prefix sorts before what extends it. */
const ESCAPED_ZERO = Buffer.from([0x00, 0xff])
const TEXT_END = Buffer.from([0x00, 0x01])

export function encodeKey(value: unknown): Buffer {
  if (value === undefined || value === null) return NULL_KEY
  if (typeof value === 'string') return Buffer.concat([type(TYPE.string), text(value)])
  if (typeof value === 'number') return numeric(TYPE.number, value)
  if (typeof value === 'boolean') return Buffer.from([TYPE.boolean, value ? 1 : 0])
  if (typeof value === 'object') return encodeObject(value)
  throw refused(`不能索引 ${typeof value}`)
}

export const NULL_KEY = Buffer.from([TYPE.null])

/** The same bytes in the opposite order, for a descending field. */
export function inverted(key: Buffer): Buffer {
  const result = Buffer.allocUnsafe(key.length)
  for (let i = 0; i < key.length; i++) result[i] = 0xff - key[i]!
  return result
}

/** The least key greater than every key that begins with `prefix`. */
export function successor(prefix: Buffer): Buffer {
  let last = prefix.length - 1
  while (last >= 0 && prefix[last] === 0xff) last--
  const result = Buffer.from(prefix.subarray(0, last + 1))
  // Type bytes and their inversions are never FF, so there is always a byte to raise.
  if (last >= 0) result[last]!++
  return result
}

function encodeObject(value: object): Buffer {
  if (value instanceof Date) return numeric(TYPE.date, value.getTime())
  if (Array.isArray(value)) {
    return Buffer.concat([type(TYPE.array), ...value.map(encodeKey), type(END)])
  }
  if (value instanceof RegExp) {
    return Buffer.concat([type(TYPE.regex), text(value.source), text(value.flags)])
  }
  return encodeBson(value) ?? encodePlainObject(value as Record<string, unknown>)
}

/** MongoDB compares field by field: first the value's type, then the name, then the value. */
function encodePlainObject(object: Record<string, unknown>): Buffer {
  const parts = [type(TYPE.object)]
  for (const [name, content] of Object.entries(object)) {
    const encoded = encodeKey(content)
    parts.push(encoded.subarray(0, 1), text(name), encoded)
  }
  return Buffer.concat([...parts, type(END)])
}

function encodeBson(value: object): Buffer | undefined {
  if (value instanceof ObjectId) return Buffer.concat([type(TYPE.objectId), value.id])
  if (value instanceof Binary) return binary(value.value(), value.sub_type)
  if (ArrayBuffer.isView(value)) {
    return binary(Buffer.from(value.buffer, value.byteOffset, value.byteLength), 0)
  }
  if (value instanceof Decimal128) return numeric(TYPE.number, Number(value.toString()))
  if (value instanceof Timestamp) return numeric(TYPE.timestamp, value.toNumber())
  if (value instanceof Long) return numeric(TYPE.number, value.toNumber())
  if (value instanceof MinKey) return Buffer.from([TYPE.minKey])
  if (value instanceof MaxKey) return Buffer.from([TYPE.maxKey])
  return undefined
}

function type(byte: number): Buffer {
  return Buffer.from([byte])
}

/** IEEE 754 with its sign turned round compares as bytes; NaN is below all, -0 is 0. */
function numeric(typeByte: number, value: number): Buffer {
  const key = Buffer.alloc(9)
  key[0] = typeByte
  if (Number.isNaN(value)) return key
  key.writeDoubleBE(value === 0 ? 0 : value, 1)
  if (key[1]! & 0x80) for (let i = 1; i < 9; i++) key[i] = 0xff - key[i]!
  else key[1]! |= 0x80
  return key
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8')
  if (!bytes.includes(0)) return Buffer.concat([bytes, TEXT_END])
  const parts: Buffer[] = []
  for (let from = 0; ;) {
    const zero = bytes.indexOf(0, from)
    if (zero < 0) return Buffer.concat([...parts, bytes.subarray(from), TEXT_END])
    parts.push(bytes.subarray(from, zero), ESCAPED_ZERO)
    from = zero + 1
  }
}

/** Shorter first, then by subtype, then by content. */
function binary(bytes: Uint8Array, subtype: number): Buffer {
  const head = Buffer.alloc(6)
  head[0] = TYPE.binary
  head.writeUInt32BE(bytes.length, 1)
  head[5] = subtype
  return Buffer.concat([head, bytes])
}
