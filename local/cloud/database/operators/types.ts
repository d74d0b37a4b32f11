import type { evalExpr } from 'mingo/core'
import type { Lazy } from 'mingo/lazy'

/**
 * What mingo calls an operator with. Its own types are the intersection of all operators it has,
 * which none of ours can be.
 */
export type Options = Parameters<typeof evalExpr>[2]
export type Value = Parameters<typeof evalExpr>[0]
export type Docs = ReturnType<typeof Lazy>

export type QueryOperator = (
  selector: string,
  operand: Value,
  options: Options,
) => (doc: Record<string, Value>) => boolean

export type ExpressionOperator = (doc: Value, operands: Value, options: Options) => unknown

export type StageOperator = (docs: Docs, operand: Value, options: Options) => Docs

type Named<Operator> = Record<`$${string}`, Operator>
export type QueryOps = Named<QueryOperator>
export type ExpressionOps = Named<ExpressionOperator>
export type PipelineOps = Named<StageOperator>
