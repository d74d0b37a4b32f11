import { Context } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { EXPRESSION_OPERATORS } from './expressions'
import { QUERY_OPERATORS } from './query'
import { STAGE_OPERATORS } from './stages'

const operators: unknown = {
  accumulator: { ...accumulators },
  expression: { ...expressions, ...EXPRESSION_OPERATORS },
  pipeline: { ...stages, ...STAGE_OPERATORS },
  projection: { ...projections },
  query: { ...queries, ...QUERY_OPERATORS },
}

/**
 * The operators there are: mingo's, and ours where mingo differs from MongoDB. Use mingo's own
 * classes (`mingo/query`, `mingo/aggregator`) with it: those of plain `mingo` put theirs first.
 */
export const MINGO_OPTIONS = {
  /** mingo never runs code that came with a request. */
  scriptEnabled: false,
  context: Context.init(operators as Parameters<typeof Context.init>[0]),
}
