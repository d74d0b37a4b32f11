/** The values a dotted path finds in a document, as an index sees them. */
export interface FieldValues {
  /** At least one; `undefined` stands for a field that is missing (null in an index). */
  values: unknown[]
  /** The path of the array the values were spread from; `null` when there is just one value. */
  array: string | null
}

/**
 * Arrays are spread wherever they stand: `seats.who` over `{seats: [{who: 'a'}, {who: 'b'}]}` finds
 * `a` and `b`; a missing field, or an empty array, counts as one missing value.
 */
export function fieldValues(doc: unknown, path: string): FieldValues {
  const found: FieldValues = { values: [], array: null }
  collect(doc, path.split('.'), 0, found)
  if (found.values.length === 0) found.values.push(undefined)
  return found
}

function collect(value: unknown, path: string[], depth: number, found: FieldValues): void {
  if (Array.isArray(value)) {
    found.array ??= path.slice(0, depth).join('.')
    for (const element of value) collect(element, path, depth, found)
    return
  }
  const field = path[depth]
  if (field === undefined) {
    found.values.push(value)
    return
  }
  collect(ownField(value, field), path, depth + 1, found)
}

/** Only what the document itself holds: never `constructor` and its like. */
function ownField(value: unknown, field: string): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, field)) return undefined
  return (value as Record<string, unknown>)[field]
}
