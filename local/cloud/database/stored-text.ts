import { EJSON } from 'bson'
import { invalid } from './errors'

/**
 * A document as it lies in SQLite: JSON, readable in any SQLite browser, with a tag wherever JSON
 * has no such type: `{"$date": ms}`, `{"$number": "NaN"}`, and bson's own notation for the rest.
 * Field names never begin with `$`, so a tag cannot be mistaken for a field.
 */
export function toStoredText(doc: object): string {
  return JSON.stringify(tagged(doc))
}

export function fromStoredText(text: string): Record<string, unknown> {
  const value = JSON.parse(text) as Record<string, unknown>
  // Most documents hold a tag or two; one that has none needs no second walk.
  return text.includes('{"$') ? (untagged(value) as Record<string, unknown>) : value
}

/** A copy that shares nothing with the original. */
export function copyOf<T extends object>(doc: T): T {
  return fromStoredText(toStoredText(doc)) as T
}

function tagged(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return taggedNumber(value)
  if (value === undefined || value === null) return null
  if (typeof value === 'object') return taggedObject(value)
  throw invalid(`文档里不能存 ${typeof value}`)
}

function taggedNumber(value: number): unknown {
  if (Object.is(value, -0)) return { $number: '-0' }
  return Number.isFinite(value) ? value : { $number: String(value) }
}

function taggedObject(value: object): unknown {
  if (Array.isArray(value)) return value.map(tagged)
  if (value instanceof Date) return taggedDate(value)
  if (value instanceof RegExp || '_bsontype' in value || ArrayBuffer.isView(value)) {
    return EJSON.serialize({ v: value }, { relaxed: false }).v as unknown
  }
  const copy: Record<string, unknown> = {}
  for (const [key, content] of Object.entries(value)) {
    if (key.startsWith('$')) throw invalid(`字段名不能以 $ 开头：${key}`)
    if (key === '__proto__') throw invalid('字段名不能是 __proto__')
    if (content !== undefined) copy[key] = tagged(content)
  }
  return copy
}

function taggedDate(date: Date): unknown {
  if (Number.isNaN(date.getTime())) throw invalid('文档里有无效的日期')
  return { $date: date.getTime() }
}

function untagged(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = untagged(value[i])
    return value
  }
  const object = value as Record<string, unknown>
  for (const key in object) {
    if (key.startsWith('$')) return untaggedValue(key, object)
    object[key] = untagged(object[key])
  }
  return object
}

function untaggedValue(tag: string, object: Record<string, unknown>): unknown {
  switch (tag) {
    case '$date':
      return new Date(object.$date as number)
    case '$number':
      return Number(object.$number)
    case '$regularExpression': {
      const { pattern, options } = object.$regularExpression as { pattern: string; options: string }
      return new RegExp(pattern, options)
    }
    default:
      return EJSON.deserialize(object)
  }
}
