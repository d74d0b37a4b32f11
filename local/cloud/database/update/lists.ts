import { isEqual } from 'mingo/util'
import { refused } from '../errors'
import { isPlainObject } from '../plain-object'
import { orderOf, sortKey } from '../sorting'

const MODIFIERS = ['$each', '$position', '$sort', '$slice']

/** The list after `$push`, whose modifiers act in this order: `$each`, `$position`, `$sort`, `$slice`. */
export function pushed(value: unknown, operand: unknown): unknown[] {
  const list = Array.isArray(value) ? [...(value as unknown[])] : []
  const modified = isPlainObject(operand) && Object.keys(operand).some((key) => key.startsWith('$'))
  if (!modified) return [...list, operand]
  const unknown = Object.keys(operand).find((key) => !MODIFIERS.includes(key))
  if (unknown) throw refused(`Unrecognized clause in $push: ${unknown}`)
  const { $each, $position = list.length, $sort, $slice } = operand
  if (!Array.isArray($each)) throw refused('$push 的 $each 必须是数组')
  list.splice(integer('$position', $position), 0, ...($each as unknown[]))
  if ($sort !== undefined) sort(list, $sort)
  if ($slice === undefined) return list
  const count = integer('$slice', $slice)
  if (count === 0) return []
  return count < 0 ? list.slice(count) : list.slice(0, count)
}

/** By the elements themselves, or by fields of theirs. */
function sort(list: unknown[], by: unknown): void {
  const fields = isPlainObject(by) ? by : { element: by }
  const order = orderOf(fields as Record<string, 1 | -1>)
  const key = (element: unknown) =>
    sortKey(isPlainObject(by) ? asObject(element) : { element }, order)
  const keyed = list.map((element) => ({ element, key: key(element) }))
  keyed.sort((a, b) => a.key.compare(b.key))
  list.splice(0, list.length, ...keyed.map(({ element }) => element))
}

function asObject(element: unknown): object {
  return isPlainObject(element) ? element : {}
}

function integer(name: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw refused(`${name} 必须是整数`)
  return value
}

/** The list after `$addToSet`. */
export function additions(value: unknown, operand: unknown): unknown[] {
  const each = isPlainObject(operand) && '$each' in operand ? operand.$each : [operand]
  if (!Array.isArray(each)) throw refused('$addToSet 的 $each 必须是数组')
  const present = Array.isArray(value) ? [...(value as unknown[])] : []
  for (const candidate of each) {
    if (!present.some((element) => isEqual(element, candidate))) present.push(candidate)
  }
  return present
}
