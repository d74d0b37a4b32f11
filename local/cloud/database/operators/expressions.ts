import type { ExpressionOperator, ExpressionOps, Value } from './types'
import { evalExpr } from 'mingo/core'
import { $regexFind } from 'mingo/operators/expression/string'
import { refused } from '../errors'
import { compareValues } from './compare'

/** Expressions compare any two values by MongoDB's order; mingo's compare only within a type. */
function comparison(fits: (order: number) => unknown): ExpressionOperator {
  return (doc, operands, options) => {
    const values: unknown = evalExpr(doc, operands, options)
    if (!Array.isArray(values) || values.length !== 2) throw refused('比较表达式要两个参数')
    return fits(compareValues(values[0], values[1]))
  }
}

interface RegexOperands {
  input: unknown
  regex: unknown
  options?: unknown
}

interface Found {
  match: string
  idx: number
  captures: (string | null)[]
}

interface Branch {
  case: Value
  then: Value
}

/** Expressions where mingo 7.2.7 computes something else than MongoDB does. */
export const EXPRESSION_OPERATORS = {
  $eq: comparison((order) => order === 0),
  $ne: comparison((order) => order !== 0),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $cmp: comparison(Math.sign),

  /** No branch and no default is an error: mingo answers null. */
  $switch: (doc, operand, options) => {
    const { branches, ...others } = operand as { branches?: Branch[]; default?: Value }
    if (!Array.isArray(branches)) throw refused('$switch 要有 branches')
    const taken = branches.find((branch) => isTrue(evalExpr(doc, branch.case, options)))
    if (taken) return evalExpr(doc, taken.then, options)
    if (!('default' in others)) throw refused('$switch 没有一个分支符合，也没有 default')
    return evalExpr(doc, others.default, options)
  },

  /** By code points: mingo has it by bytes only. */
  $indexOfCP: (doc, operands, options) => {
    const [text, part, start = 0, end] = evalExpr(doc, operands, options) as unknown[]
    if (text === null || text === undefined) return null
    if (typeof text !== 'string' || typeof part !== 'string') throw refused('$indexOfCP 要两段文字')
    const points = [...text].slice(0, end as number | undefined)
    const at = points
      .slice(start as number)
      .join('')
      .indexOf(part)
    if (at < 0) return -1
    return (
      (start as number) +
      [
        ...points
          .slice(start as number)
          .join('')
          .slice(0, at),
      ].length
    )
  },

  /** A count below zero is all that is left. */
  $substr: (doc, operands, options) => {
    const [text, start, count] = evalExpr(doc, operands, options) as [unknown, number, number]
    const bytes = Buffer.from(text === null || text === undefined ? '' : String(text as string))
    return bytes.subarray(start, count < 0 ? undefined : start + count).toString()
  },

  /** Half to even, at any number of places: mingo cuts `2.346` to `2.34`. */
  $round: (doc, operands, options) => {
    const evaluated: unknown = evalExpr(doc, operands, options)
    const [value, places = 0] = (Array.isArray(evaluated) ? evaluated : [evaluated]) as unknown[]
    if (value === null || value === undefined) return null
    if (typeof value !== 'number' || typeof places !== 'number')
      throw refused('$round 只能用于数字')
    return rounded(value, places)
  },

  /** A match of nothing moves on by one: mingo would find it again for ever. */
  $regexFindAll: (doc, operands, options) => {
    const { input, regex, options: flags } = evalExpr(doc, operands, options) as RegexOperands
    if (typeof input !== 'string') return []
    const found: Found[] = []
    for (let from = 0; from <= input.length;) {
      const rest = { input: input.slice(from), regex, ...(flags ? { options: flags } : {}) }
      const next = $regexFind({}, literals(rest), options) as Found | null
      if (!next) break
      const idx = from + next.idx
      found.push({ ...next, idx })
      from = idx + (next.match.length || 1)
    }
    return found
  },
} satisfies ExpressionOps

function literals(values: Record<string, unknown>): Value {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { $literal: value }]),
  )
}

/** A condition: everything but false, null, zero and a missing field. */
function isTrue(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0
}

function rounded(value: number, places: number): number {
  if (!Number.isFinite(value)) return value
  const shifted = shift(value, places)
  const below = Math.floor(shifted)
  const isHalf = shifted - below === 0.5
  const whole = isHalf ? below + (below % 2 === 0 ? 0 : 1) : Math.round(shifted)
  return shift(whole, -places)
}

/** Through the decimal text: `1.005 * 100` would not be `100.5`. */
function shift(value: number, places: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e')
  return Number(`${digits}e${Number(exponent) + places}`)
}
