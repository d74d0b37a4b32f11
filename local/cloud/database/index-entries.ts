import { refused } from './errors'
import { fieldValues } from './field-values'
import type { IndexSpec } from './interface'
import { encodeKey, inverted } from './key'

export interface IndexEntries {
  keys: Buffer[]
  /** Positions in `spec.keys` whose field was found in an array. */
  multikey: number[]
}

/** A document's rows in an index: one, or one for each combination of the values in its arrays. */
export function indexEntries(spec: IndexSpec, doc: object): IndexEntries {
  let keys: Buffer[] = [Buffer.alloc(0)]
  const multikey: number[] = []
  let spreadFrom: string | null = null
  spec.keys.forEach(([field, direction], position) => {
    const { values, array } = fieldValues(doc, field)
    if (array !== null) {
      if (spreadFrom !== null && !sameArray(spreadFrom, array)) {
        throw refused(
          `cannot index parallel arrays [${array}] [${spreadFrom}] (index ${spec.name})`,
        )
      }
      spreadFrom = array
      multikey.push(position)
    }
    const encoded = values.map((value) => encodeField(value, direction))
    keys = keys.flatMap((prefix) => encoded.map((part) => Buffer.concat([prefix, part])))
  })
  return { keys: distinct(keys), multikey }
}

/** One field of a compound key. */
export function encodeField(value: unknown, direction: 1 | -1): Buffer {
  const key = encodeKey(value)
  return direction === 1 ? key : inverted(key)
}

/** Two fields of one array's elements may stand in an index together, two arrays may not. */
function sameArray(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)
}

function distinct(keys: Buffer[]): Buffer[] {
  if (keys.length === 1) return keys
  return [...new Map(keys.map((key) => [key.toString('latin1'), key])).values()]
}
