import { Binary, Decimal128, Long, ObjectId, Timestamp } from 'bson'
import { refused } from '../errors'
import { isPlainObject } from '../plain-object'

const isInt = (value: unknown) => typeof value === 'number' && Number.isInteger(value)
const isInt32 = (value: unknown) => isInt(value) && value === (value as number) >> 0
const isLong = (value: unknown) => (isInt(value) && !isInt32(value)) || value instanceof Long
const isDouble = (value: unknown) => typeof value === 'number' && !Number.isInteger(value)
const isDecimal = (value: unknown) => value instanceof Decimal128
const isNumber = (value: unknown) => typeof value === 'number' || isLong(value) || isDecimal(value)

const TYPES: readonly (readonly [number, string, (value: unknown) => boolean])[] = [
  [1, 'double', isDouble],
  [2, 'string', (value) => typeof value === 'string'],
  [3, 'object', isPlainObject],
  [4, 'array', Array.isArray],
  [5, 'binData', (value) => value instanceof Binary],
  [7, 'objectId', (value) => value instanceof ObjectId],
  [8, 'bool', (value) => typeof value === 'boolean'],
  [9, 'date', (value) => value instanceof Date],
  [10, 'null', (value) => value === null],
  [11, 'regex', (value) => value instanceof RegExp],
  [16, 'int', isInt32],
  [17, 'timestamp', (value) => value instanceof Timestamp],
  [18, 'long', isLong],
  [19, 'decimal', isDecimal],
  [NaN, 'number', isNumber],
]

/** Whether a value is of the type that `$type` names, by number or by name. */
export function typeCheck(type: unknown): (value: unknown) => boolean {
  const found = TYPES.find(([code, name]) => type === code || type === name)
  if (!found) throw refused(`$type 不认识这个类型：${JSON.stringify(type)}`)
  return found[2]
}
