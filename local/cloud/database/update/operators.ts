import { Query } from 'mingo/query'
import { isEqual } from 'mingo/util'
import { invalid, refused } from '../errors'
import { MINGO_OPTIONS } from '../operators/context'
import { isPlainObject } from '../plain-object'
import { checkConflicts, valueAt } from './paths'
import { additions, pushed } from './lists'

/** An update: for each operator, an operand for each path. */
export type Changes = Record<string, Record<string, unknown>>

type Requirement = 'anything' | 'number' | 'array'

/** The operators there are, what each needs to find, and whether it creates a missing path. */
const OPERATORS: Readonly<Record<string, { finds: Requirement; creates: boolean }>> = {
  $set: { finds: 'anything', creates: true },
  $setOnInsert: { finds: 'anything', creates: true },
  $unset: { finds: 'anything', creates: false },
  $rename: { finds: 'anything', creates: false },
  $currentDate: { finds: 'anything', creates: true },
  $min: { finds: 'anything', creates: true },
  $max: { finds: 'anything', creates: true },
  $inc: { finds: 'number', creates: true },
  $mul: { finds: 'number', creates: true },
  $bit: { finds: 'number', creates: true },
  $push: { finds: 'array', creates: true },
  $addToSet: { finds: 'array', creates: true },
  $pull: { finds: 'array', creates: false },
  $pullAll: { finds: 'array', creates: false },
  $pop: { finds: 'array', creates: false },
}

/** Checks the shape of a change once, before any document is looked at. */
export function checkedChanges(change: Record<string, unknown>): Changes {
  const operators = Object.entries(change)
  if (operators.length === 0) throw invalid('更新内容是空的')
  for (const [operator, fields] of operators) {
    if (!operator.startsWith('$')) throw invalid(`更新里只能有操作符，不能有字段：${operator}`)
    if (!Object.hasOwn(OPERATORS, operator)) throw refused(`Unknown modifier: ${operator}`)
    if (!isPlainObject(fields)) throw refused(`${operator} 的内容必须是对象`)
    if (operator === '$currentDate') Object.values(fields).forEach(checkDateType)
  }
  checkConflicts(change as Changes)
  return change as Changes
}

/** MongoDB refuses to add to a text or to push onto a number; mingo would silently do nothing. */
export function checkTargets(doc: object, changes: Changes): void {
  for (const [operator, fields] of Object.entries(changes)) {
    const { finds, creates } = OPERATORS[operator]!
    for (const path of Object.keys(fields)) {
      const value = valueAt(doc, path, creates)
      if (value === undefined || finds === 'anything') continue
      const fits = finds === 'array' ? Array.isArray(value) : typeof value === 'number'
      if (!fits) throw refused(`Cannot apply ${operator} to '${path}': it holds no ${finds}`)
    }
  }
}

/**
 * The same change for this document in the operators that mingo applies as MongoDB does.
 * $currentDate needs the business clock; $addToSet drops an addition to a list with repeats; $push
 * sorts by one field only; $pull with a condition on fields also takes plain values out.
 */
export function simplified(doc: object, changes: Changes, now: Date): Changes {
  const result: Changes = {}
  const put = (operator: string, path: string, operand: unknown) => {
    ;(result[operator] ??= {})[path] = operand
  }
  for (const [operator, fields] of Object.entries(changes)) {
    for (const [path, operand] of Object.entries(fields)) {
      const value = valueAt(doc, path, false)
      if (operator === '$setOnInsert') continue
      else if (operator === '$currentDate') put('$set', path, now)
      else if (operator === '$addToSet') put('$set', path, additions(value, operand))
      else if (operator === '$push') put('$set', path, pushed(value, operand))
      else if (operator === '$pull') keep(path, value, pulls(operand))
      else if (operator === '$pullAll') keep(path, value, isOneOf(operand))
      else put(operator, path, operand)
    }
  }
  return result

  function keep(path: string, value: unknown, pulled: (element: unknown) => boolean): void {
    if (Array.isArray(value)) {
      put(
        '$set',
        path,
        value.filter((element) => !pulled(element)),
      )
    }
  }
}

/** A BSON timestamp is the server's own business: production's SDKs have no use for one. */
function checkDateType(type: unknown): void {
  const isDate = type === true || (isPlainObject(type) && type.$type === 'date')
  if (!isDate) throw refused('$currentDate 只能是 true 或 {$type: "date"}')
}

function pulls(operand: unknown): (element: unknown) => boolean {
  const byFields =
    isPlainObject(operand) && !Object.keys(operand).some((key) => key.startsWith('$'))
  if (byFields) {
    const query = new Query(operand, MINGO_OPTIONS)
    return (element) => isPlainObject(element) && query.test(element)
  }
  const query = new Query({ element: operand }, MINGO_OPTIONS)
  return (element) => query.test({ element })
}

function isOneOf(operand: unknown): (element: unknown) => boolean {
  if (!Array.isArray(operand)) throw refused('$pullAll 的内容必须是数组')
  return (element) => operand.some((value) => isEqual(element, value))
}
