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

/** One change may not touch a path twice, nor a path and what lies within it. */
export function checkConflicts(changes: Record<string, Record<string, unknown>>): void {
  const renamedTo = Object.values(changes.$rename ?? {}).map(String)
  const paths = [...Object.values(changes).flatMap((fields) => Object.keys(fields)), ...renamedTo]
  const taken = new Set<string>()
  for (const path of paths.sort()) {
    const parts = path.split('.')
    const within = parts.some((_, i) => taken.has(parts.slice(0, i + 1).join('.')))
    if (within) {
      throw refused(`Updating the path '${path}' would create a conflict at '${path}'`)
    }
    taken.add(path)
  }
}

function canHold(value: unknown, field: string): boolean {
  if (Array.isArray(value)) return INDEX.test(field)
  return isPlainObject(value)
}
