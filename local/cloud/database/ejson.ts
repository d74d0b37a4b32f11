import { EJSON } from 'bson'
import { DatabaseError, invalid } from './errors'

/**
 * The gateway carries documents as text in canonical EJSON: `{"$numberInt":"1"}`, `{"$date":…}`.
 * Reading gives native values (number, Date, RegExp); the rarer BSON types keep bson's classes.
 */

/** Types left to the bson library: few and rare. */
const BSON_TYPES = new Set([
  '$oid',
  '$binary',
  '$uuid',
  '$symbol',
  '$numberDecimal',
  '$minKey',
  '$maxKey',
  '$timestamp',
])

/** `g` and `y` would make a RegExp remember where the last match ended. */
const SAFE_FLAGS = 'imsu'

type Plain = Record<string, unknown>

/** @param now the business clock, for the server dates inside the text (epoch ms) */
export function parseEjson(text: string, now: () => number = Date.now): unknown {
  try {
    return native(JSON.parse(text), now)
  } catch (error) {
    if (error instanceof DatabaseError) throw error
    throw invalid(`请求里的数据读不懂（EJSON）：${message(error)}`, error)
  }
}

export function stringifyEjson(value: unknown): string {
  return EJSON.stringify(value, { relaxed: false })
}

function native(value: unknown, now: () => number): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = native(value[i], now)
    return value
  }
  const object = value as Plain
  const keys = Object.keys(object)
  if (keys[0]?.startsWith('$')) {
    const typed = typedValue(keys[0], object, now)
    if (typed !== undefined) return typed
  }
  for (const key of keys) {
    if (key === '__proto__') throw invalid('字段名不能是 __proto__')
    object[key] = native(object[key], now)
  }
  return object
}

/** `undefined` when the object is not a typed value but, say, a query operator. */
function typedValue(key: string, object: Plain, now: () => number): unknown {
  switch (key) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return numberFrom(object[key])
    case '$date':
      return dateFrom(object.$date)
    case '$regularExpression':
      return regexFrom(object.$regularExpression as Plain)
    case '$tcb_server_date':
      return serverDate(object.$tcb_server_date, now)
    case '$undefined':
      return null
    default:
      return BSON_TYPES.has(key) ? (EJSON.deserialize(object) as unknown) : undefined
  }
}

function numberFrom(text: unknown): number {
  const number = Number(text)
  if (typeof text !== 'string' || text.trim() === '' || (Number.isNaN(number) && text !== 'NaN')) {
    throw invalid(`数字读不懂：${JSON.stringify(text)}`)
  }
  return number
}

/** Canonical `{$numberLong: ms}`, relaxed ISO text, or plain milliseconds. */
function dateFrom(content: unknown): Date {
  const isObject = typeof content === 'object' && content !== null
  const instant = isObject ? numberFrom((content as Plain).$numberLong) : content
  const readable = typeof instant === 'string' || typeof instant === 'number'
  const date = new Date(readable ? instant : NaN)
  if (Number.isNaN(date.getTime())) throw invalid(`日期读不懂：${JSON.stringify(content)}`)
  return date
}

/** The SDK's `db.serverDate({offset})`: the offset is EJSON itself. */
function serverDate(content: unknown, now: () => number): Date {
  const { offset = 0 } = (native(content, now) ?? {}) as { offset?: unknown }
  if (typeof offset !== 'number') throw invalid('serverDate 的 offset 必须是数字')
  return new Date(now() + offset)
}

function regexFrom(content: Plain): RegExp {
  const { pattern, options = '' } = content
  if (typeof pattern !== 'string' || typeof options !== 'string') throw invalid('正则读不懂')
  const flags = [...options].filter((flag) => SAFE_FLAGS.includes(flag))
  return new RegExp(pattern, flags.join(''))
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
