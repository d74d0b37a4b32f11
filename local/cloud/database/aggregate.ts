import { Aggregator } from 'mingo/aggregator'
import { invalid } from './errors'
import type { Document, FindOptions } from './interface'
import { refuseOperators } from './matcher'
import { MINGO_OPTIONS } from './operators/context'
import type { Found } from './run-query'

type Stage = Record<string, unknown>

interface Front {
  query: Record<string, unknown>
  options: FindOptions
  rest: Stage[]
}

/**
 * The stages a plain query can do (`$match`, then `$sort`, `$skip`, `$limit`): they use an index and
 * load no more than they pass on. The rest runs over what they find.
 */
function frontOf(stages: Stage[]): Front {
  const rest = [...stages]
  const options: FindOptions = {}
  const next = (operator: string): unknown => {
    const stage = rest[0]
    return stage && operator in stage ? rest.shift()![operator] : undefined
  }
  const query = (next('$match') ?? {}) as Record<string, unknown>
  options.order = next('$sort') as FindOptions['order']
  options.offset = next('$skip') as number | undefined
  options.limit = next('$limit') as number | undefined
  return { query, options, rest }
}

type Find = (collection: string, query: Record<string, unknown>, options: FindOptions) => Found

/**
 * A `$lookup` that takes nothing from the documents it is joined to gives the same for each of them:
 * as MongoDB does, it is asked once, and its own `$match` uses an index.
 */
function askedOnce(stage: Stage, find: Find): Stage {
  const lookup = stage['$lookup'] as Stage | undefined
  if (!lookup?.['pipeline'] || 'localField' in lookup) return stage
  if (Object.keys(lookup['let'] ?? {}).length > 0) return stage
  const { from, pipeline, as } = lookup as { from: string; pipeline: Stage[]; as: string }
  return { $lookup: { from: aggregated(from, pipeline, find), pipeline: [], as } }
}

/** @param find runs a query over a collection as the aggregation sees it */
export function aggregated(collection: string, stages: Stage[], find: Find): Document[] {
  for (const stage of stages) {
    if (Object.keys(stage).length !== 1) throw invalid('聚合的每一步只能有一个操作符')
  }
  refuseOperators(stages)
  const front = frontOf(stages)
  const docs = find(collection, front.query, front.options).rows.map((row) => row.doc)
  if (front.rest.length === 0) return docs
  const rest = front.rest.map((stage) => askedOnce(stage, find))
  const aggregator = new Aggregator(rest, {
    ...MINGO_OPTIONS,
    collectionResolver: (name) => find(name, {}, {}).rows.map((row) => row.doc),
  })
  return aggregator.run<Document>(docs)
}
