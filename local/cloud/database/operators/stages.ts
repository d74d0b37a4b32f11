import { Lazy } from 'mingo/lazy'
import type { PipelineOps } from './types'
import { $count, $group, $sort } from 'mingo/operators/pipeline'
import { refused } from '../errors'
import { isPlainObject } from '../plain-object'
import { compareValues } from './compare'

type Operand = Record<string, unknown>

type GroupOperand = Parameters<typeof $group>[1]

interface BucketOperand {
  groupBy: unknown
  boundaries: unknown
  default?: unknown
  output?: Operand
}

/** Stages where mingo 7.2.7 gives something else than MongoDB does. */
export const STAGE_OPERATORS = {
  /** A missing key and a null key are one group, whose `_id` is null. */
  $group: (docs, operand, options) => {
    if (!isPlainObject(operand) || !('_id' in operand)) throw refused('$group 要有 _id')
    return $group(docs, keyed(operand), options)
  },

  $sortByCount: (docs, operand, options) => {
    const counted = $group(docs, keyed({ _id: operand, count: { $sum: 1 } }), options)
    return $sort(counted, { count: -1 }, options)
  },

  /** Of no documents there is no count: mingo answers zero. */
  $count: (docs, operand, options) =>
    $count(docs, operand as string, options).filter(
      (counted) => (counted as Operand)[operand as string] !== 0,
    ),

  /** mingo puts a value equal to a boundary into the bucket below it. */
  $bucket: (docs, operand, options) => {
    const { output = { count: { $sum: 1 } }, ...bucket } = operand as BucketOperand
    const grouped = $group(docs, { _id: bucketOf(bucket), ...output }, options)
    return $sort(grouped, { _id: 1 }, options)
  },

  /** Each document once at most: mingo draws some twice. */
  $sample: (docs, operand) => {
    const { size } = operand as { size?: unknown }
    if (typeof size !== 'number' || !(size > 0)) throw refused('$sample 的 size 必须是正数')
    return docs.transform((all) => Lazy(drawn([...all], size)))
  },
} satisfies PipelineOps

function keyed({ _id, ...others }: Operand): GroupOperand {
  const isExpression = typeof _id === 'string' || isPlainObject(_id)
  return { _id: isExpression ? { $ifNull: [_id, null] } : _id, ...others }
}

function bucketOf({ groupBy, boundaries, ...others }: BucketOperand): Operand {
  const bounds: unknown[] = Array.isArray(boundaries) ? boundaries : []
  if (bounds.length < 2 || !isAscending(bounds)) {
    throw refused('$bucket 的 boundaries 至少两个，从小到大')
  }
  const branches = bounds.slice(0, -1).map((lower, i) => ({
    case: { $and: [{ $gte: [groupBy, lower] }, { $lt: [groupBy, bounds[i + 1]] }] },
    then: { $literal: lower },
  }))
  if (!('default' in others)) return { $switch: { branches } }
  return { $switch: { branches, default: { $literal: others.default } } }
}

function isAscending(bounds: unknown[]): boolean {
  return bounds.every((bound, i) => i === 0 || compareValues(bounds[i - 1], bound) < 0)
}

/** The first places of a shuffle (Fisher and Yates). */
function drawn<T>(all: T[], size: number): T[] {
  const count = Math.min(Math.floor(size), all.length)
  for (let i = 0; i < count; i++) {
    const other = i + Math.floor(Math.random() * (all.length - i))
    ;[all[i], all[other]] = [all[other]!, all[i]!]
  }
  return all.slice(0, count)
}
