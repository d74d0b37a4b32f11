import { refused } from '../errors'
import { isPlainObject } from '../plain-object'

const INDEX = /^\d+$/

/**
 * The value an update path leads to; `undefined` where nothing is yet. MongoDB refuses to create a
 * field inside a value that is no object (mingo silently does nothing), and so do we.
 */
export function valueAt(doc: object, path: string, creating: boolean): unknown {
  let current: unknown = doc
  const passed: string[] = []
  for (const part of path.split('.')) {
    if (current === undefined) return undefined
    if (!canHold(current, part)) {
      if (!creating) return undefined
      const shown = `{${passed.at(-1) ?? ''}: ${JSON.stringify(current)}}`
      throw refused(`Cannot create field '${part}' in element ${shown} (${path})`)
    }
    const holder = current as Record<string, unknown>
    current = Object.hasOwn(holder, part) ? holder[part] : undefined
    passed.push(part)
  }
  return current
}

function canHold(value: unknown, field: string): boolean {
  if (Array.isArray(value)) return INDEX.test(field)
  return isPlainObject(value)
}
