import { find, Query } from 'mingo'
import { refused } from './errors'
import type { Document } from './interface'

/** mingo never runs code that came with a request. */
export const MINGO_OPTIONS = { scriptEnabled: false } as const

/** Operators that are refused wherever they stand in a query or an aggregation, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  $where: '不在服务器上执行 JavaScript',
  $function: '不在服务器上执行 JavaScript',
  $accumulator: '不在服务器上执行 JavaScript',
  $out: '聚合不写集合',
  $merge: '聚合不写集合',
  // mingo 7.2.7 puts a value equal to a boundary into the bucket below it.
  $bucket: '本机云的 $bucket 边界不准，请用 $group 加 $switch',
}

export function refuseOperators(expression: unknown): void {
  if (typeof expression !== 'object' || expression === null) return
  for (const [key, value] of Object.entries(expression)) {
    const reason = Object.hasOwn(REFUSED, key) ? REFUSED[key] : undefined
    if (reason) throw refused(`不支持 ${key}：${reason}`)
    refuseOperators(value)
  }
}

export type Matcher = (doc: object) => boolean

export function matcherFor(query: Record<string, unknown>): Matcher {
  if (Object.keys(query).length === 0) return () => true
  refuseOperators(query)
  const compiled = new Query(query, MINGO_OPTIONS)
  return (doc) => compiled.test(doc as Record<string, unknown>)
}

export function project(docs: Document[], projection: Record<string, unknown>): Document[] {
  if (Object.keys(projection).length === 0) return docs
  refuseOperators(projection)
  return find<Document>(docs, {}, projection, MINGO_OPTIONS).all()
}
