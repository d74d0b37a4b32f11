import { refused } from '../errors'
import { matcherFor } from '../matcher'
import type { Changes } from './operators'
import { isPlainObject } from '../plain-object'
import { valueAt } from './paths'

/**
 * `seats.$.state` (the first element the query matched) and `seats.$[].state` (all of them) become
 * plain paths, `seats.3.state`: mingo takes two `$` paths in one change for a conflict.
 */
export function withPlainPaths(
  doc: object,
  query: Record<string, unknown>,
  changes: Changes,
): Changes {
  const plain: Changes = {}
  for (const [operator, fields] of Object.entries(changes)) {
    const expanded = Object.entries(fields).flatMap(([path, operand]) =>
      plainPaths(doc, query, path).map((concrete) => [concrete, operand] as const),
    )
    plain[operator] = Object.fromEntries(expanded)
  }
  return plain
}

function plainPaths(doc: object, query: Record<string, unknown>, path: string): string[] {
  const parts = path.split('.')
  const at = parts.findIndex((part) => part.startsWith('$'))
  if (at < 0) return [path]
  const array = parts.slice(0, at).join('.')
  const elements = valueAt(doc, array, false)
  if (!Array.isArray(elements)) throw refused(`${path}：${array} 不是数组`)
  const rest = parts.slice(at + 1)
  return positions(parts[at]!, array, elements, query).flatMap((position) =>
    plainPaths(doc, query, [array, position, ...rest].join('.')),
  )
}

function positions(
  marker: string,
  array: string,
  elements: unknown[],
  query: Record<string, unknown>,
): number[] {
  if (marker === '$[]') return elements.map((_, position) => position)
  if (marker !== '$') throw refused(`不支持按条件选数组元素：${marker}`)
  const condition = onArray(query, array)
  if (Object.keys(condition).length === 0) {
    throw refused(`The positional operator did not find the match needed from the query (${array})`)
  }
  const matches = matcherFor(condition)
  const position = elements.findIndex((element) => matches(nested(array, [element])))
  return position < 0 ? [] : [position]
}

/** The part of the query that is about the array or the fields of its elements. */
function onArray(query: Record<string, unknown>, array: string): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const [field, expression] of Object.entries(query)) {
    if (field === array || field.startsWith(`${array}.`)) found[field] = expression
    if (field === '$and' && Array.isArray(expression)) {
      for (const part of expression)
        if (isPlainObject(part)) Object.assign(found, onArray(part, array))
    }
  }
  return found
}

/** `nested('a.b', x)` is `{a: {b: x}}`. */
function nested(path: string, value: unknown): object {
  return path.split('.').reduceRight((inner: unknown, part) => ({ [part]: inner }), value) as object
}
