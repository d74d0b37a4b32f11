import { $all, $elemMatch, $size } from 'mingo/operators/query/array'
import { $eq, $gte, $in, $lte, $nin } from 'mingo/operators/query/comparison'
import { $and, $nor, $or } from 'mingo/operators/query/logical'
import { resolve } from 'mingo/util'
import { refused } from '../errors'
import { isPlainObject } from '../plain-object'
import { bitTest } from './bits'
import { typeCheck } from './bson-types'
import type { QueryOperator, QueryOps } from './types'

/** Query operators where mingo 7.2.7 finds something else than MongoDB does, or takes anything. */
export const QUERY_OPERATORS = {
  /** A plain value counts as a list of one. */
  $all: (selector, operand, options) => {
    if (!Array.isArray(operand)) throw refused('$all 的内容必须是数组')
    const inList = $all('field', operand as never, options)
    return (doc) => {
      const found = valueOf(doc, selector)
      return found !== undefined && inList({ field: Array.isArray(found) ? found : [found] })
    }
  },
  /** Numbers only, and whole parts only. */
  $mod: (selector, operand) => {
    const [divisor, remainder] = operandsOfMod(operand)
    return onValue(
      selector,
      (value) => typeof value === 'number' && Math.trunc(value) % divisor === remainder,
    )
  },
  /** An array has its own type and those of its elements; a whole number is an int, or a long. */
  $type: (selector, operand) => {
    const checks = (Array.isArray(operand) ? operand : [operand]).map(typeCheck)
    return onValue(selector, (value) => checks.some((check) => check(value)))
  },

  /** Nothing is as great as nothing: null and a missing field. */
  $gte: orEqualToNull($gte),
  $lte: orEqualToNull($lte),

  $bitsAllSet: onBits('$bitsAllSet', (set) => set.every(Boolean)),
  $bitsAnySet: onBits('$bitsAnySet', (set) => set.some(Boolean)),
  $bitsAllClear: onBits('$bitsAllClear', (set) => !set.some(Boolean)),
  $bitsAnyClear: onBits('$bitsAnyClear', (set) => !set.every(Boolean)),

  $in: requiring('$in', '数组', Array.isArray, $in),
  $nin: requiring('$nin', '数组', Array.isArray, $nin),
  $size: requiring('$size', '不小于 0 的整数', isCount, $size),
  $elemMatch: requiring('$elemMatch', '对象', isPlainObject, $elemMatch),
  $and: requiring('$and', '不空的数组', isFullList, $and),
  $or: requiring('$or', '不空的数组', isFullList, $or),
  $nor: requiring('$nor', '不空的数组', isFullList, $nor),
} satisfies QueryOps

/** Any of mingo's: their operands are as different as they are. */
type MingoOperator = (
  selector: string,
  operand: never,
  options: Parameters<QueryOperator>[2],
) => (doc: never) => boolean

function requiring(
  name: string,
  shape: string,
  fits: (operand: unknown) => boolean,
  operator: MingoOperator,
): QueryOperator {
  return (selector, operand, options) => {
    if (!fits(operand)) throw refused(`${name} 的内容必须是${shape}`)
    return operator(selector, operand as never, options) as ReturnType<QueryOperator>
  }
}

function orEqualToNull(operator: MingoOperator): QueryOperator {
  return (selector, operand, options) =>
    operand === null
      ? $eq(selector, null, options)
      : (operator(selector, operand as never, options) as ReturnType<QueryOperator>)
}

function onBits(name: string, fits: (set: boolean[]) => boolean): QueryOperator {
  return (selector, operand) => onValue(selector, bitTest(name, operand, fits))
}

/** A test of the value at a path, or of any element of the list there. */
function onValue(selector: string, fits: (value: unknown) => boolean): ReturnType<QueryOperator> {
  return (doc) => {
    const value = valueOf(doc, selector)
    if (value === undefined) return false
    return fits(value) || (Array.isArray(value) && value.some(fits))
  }
}

function isCount(operand: unknown): boolean {
  return typeof operand === 'number' && Number.isInteger(operand) && operand >= 0
}

function isFullList(operand: unknown): boolean {
  return Array.isArray(operand) && operand.length > 0 && operand.every(isPlainObject)
}

function valueOf(doc: unknown, selector: string): unknown {
  return resolve(doc as Parameters<typeof resolve>[0], selector, { unwrapArray: true })
}

function operandsOfMod(operand: unknown): [number, number] {
  const numbers = Array.isArray(operand) ? operand.map(Number).map(Math.trunc) : []
  const [divisor, remainder] = numbers
  if (numbers.length !== 2 || !divisor || Number.isNaN(remainder)) {
    throw refused('$mod 的内容必须是 [除数, 余数]，除数不能是 0')
  }
  // `-0` is no remainder of its own.
  return [divisor, remainder! + 0]
}
