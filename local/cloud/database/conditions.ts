import { ObjectId } from 'bson'
import { hullOf } from './hull'
import { isPlainObject } from './plain-object'

/** What a query demands of one field, as far as an index can use it. */
export interface Condition {
  /** One value: equality. Several: `$in`. None: nothing matches. */
  equals?: unknown[]
  lower?: Bound
  upper?: Bound
}

export interface Bound {
  value: unknown
  inclusive: boolean
}

export type Conditions = Map<string, Condition>

type Expression = Record<string, unknown>

/**
 * The conditions that every match must meet, by field. What is not understood is left out: an index
 * only narrows the candidates, and each candidate is tested against the whole query afterwards.
 */
export function conditionsOf(query: Expression): Conditions {
  const found: Conditions = new Map()
  gather(query, '', found)
  return found
}

/** The alternatives of each `$or` that the whole query hangs on. */
export function disjunctionsOf(query: Expression): Expression[][] {
  return Object.entries(query).flatMap(([operator, parts]): Expression[][] => {
    if (!Array.isArray(parts)) return []
    const queries = parts.filter(isPlainObject)
    if (operator === '$or') return [queries]
    return operator === '$and' ? queries.flatMap(disjunctionsOf) : []
  })
}

function gather(query: Expression, prefix: string, found: Conditions): void {
  for (const [field, expression] of Object.entries(query)) {
    if (field === '$and' && Array.isArray(expression)) {
      for (const part of expression) if (isPlainObject(part)) gather(part, prefix, found)
    } else if (field === '$or' && Array.isArray(expression)) {
      gatherHull(expression.filter(isPlainObject), prefix, found)
    } else if (!field.startsWith('$')) {
      gatherField(prefix + field, expression, found)
    }
  }
}

/** Whichever alternative of an `$or` a match meets, it lies within the hull of them all. */
function gatherHull(alternatives: Expression[], prefix: string, found: Conditions): void {
  const branches = alternatives.map((alternative) => {
    const conditions: Conditions = new Map()
    gather(alternative, prefix, conditions)
    return conditions
  })
  for (const [field, hull] of hullOf(branches)) {
    const condition = found.get(field) ?? {}
    if (hull.equals) demandEqual(condition, hull.equals)
    condition.lower ??= hull.lower
    condition.upper ??= hull.upper
    found.set(field, condition)
  }
}

function gatherField(field: string, expression: unknown, found: Conditions): void {
  const condition = found.get(field) ?? {}
  if (isComparable(expression)) demandEqual(condition, [expression])
  else if (isPlainObject(expression)) {
    for (const [operator, operand] of Object.entries(expression)) {
      if (operator === '$elemMatch') gatherElement(field, operand, found)
      else gatherOperator(condition, operator, operand)
    }
  }
  if (Object.keys(condition).length > 0) found.set(field, condition)
}

/** `seats: {$elemMatch: {who: 'a'}}` demands `seats.who` to be `a`. */
function gatherElement(field: string, operand: unknown, found: Conditions): void {
  if (isPlainObject(operand)) gather(operand, `${field}.`, found)
}

function gatherOperator(condition: Condition, operator: string, operand: unknown): void {
  switch (operator) {
    case '$eq':
      if (isComparable(operand)) demandEqual(condition, [operand])
      return
    case '$in':
      if (Array.isArray(operand) && operand.every(isComparable)) demandEqual(condition, operand)
      return
    case '$gt':
    case '$gte':
      if (isRangeable(operand)) {
        condition.lower ??= { value: operand, inclusive: operator === '$gte' }
      }
      return
    case '$lt':
    case '$lte':
      if (isRangeable(operand)) {
        condition.upper ??= { value: operand, inclusive: operator === '$lte' }
      }
      return
  }
}

function demandEqual(condition: Condition, values: unknown[]): void {
  if (!condition.equals || values.length < condition.equals.length) condition.equals = values
}

/** Values that are equal exactly when their keys are: objects (order of fields) and arrays are not. */
function isComparable(value: unknown): boolean {
  return value === null || isRangeable(value)
}

function isRangeable(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isNaN(value)
  if (typeof value === 'string' || typeof value === 'boolean') return true
  return value instanceof Date || value instanceof ObjectId
}
