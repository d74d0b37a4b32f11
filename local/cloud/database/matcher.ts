import { Query } from 'mingo/query'
import { refused } from './errors'
import type { Document } from './interface'
import { MINGO_OPTIONS } from './operators/context'

/** Operators that are refused wherever they stand in a query or an aggregation, and why. */
const REFUSED: Readonly<Record<string, string>> = {
  $where: '不在服务器上执行 JavaScript',
  $function: '不在服务器上执行 JavaScript',
  $accumulator: '不在服务器上执行 JavaScript',
  $out: '聚合不写集合',
  $merge: '聚合不写集合',
  // mingo 7.2.7 counts one week too many in most years.
  $week: '请用 $isoWeek',
  // mingo 7.2.7 wraps their result in a list.
  $top: '请用 $topN',
  $bottom: '请用 $bottomN',
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
  return new Query({}, MINGO_OPTIONS).find<Document>(docs, projection).all()
}
