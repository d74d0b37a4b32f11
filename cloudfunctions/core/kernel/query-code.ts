/** 编号和查询码: who has both may look a matter up without logging in. */
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { businessDate } from '../../../miniprogram/shared/dates'
import { caseNumber, parseCaseNumber } from '../../../miniprogram/shared/numbers'
import type { CollectionName } from '../store/collections'
import { findOne, updateOne } from '../store/database'
import type { Query } from '../store/database'
import type { Stored } from '../store/documents/matter'
import { lookupHash, randomDigits, seal } from './crypto'
import type { Sealed } from './crypto'
import { AppError } from './errors'

/** What a matter carries so that its number and code open it. */
export interface QueryCode {
  readonly queryCode: Sealed
  readonly queryHash: string
  /** Wrong codes tried on a day, to stop guessing. */
  readonly guesses: { readonly day: BusinessDate; readonly count: number }
}

/** Wrong codes per matter and day: enough for slips, hopeless for guessing six digits. */
const MOST_GUESSES = 10

/** A number that nobody can guess from others; taken about once in 10,000 tries on a busy day. */
export function newNumber(day: BusinessDate): string {
  const monthDay = day.slice(5, 7) + day.slice(8, 10)
  for (;;) {
    const number = caseNumber(monthDay, randomDigits(5))
    if (number) return number
  }
}

export function newQueryCode(number: string, day: BusinessDate): QueryCode {
  const code = randomDigits(6)
  return {
    queryCode: seal(code),
    queryHash: hashOf(number, code),
    guesses: { day, count: 0 },
  }
}

const hashOf = (number: string, code: string): string => lookupHash('query', `${number}:${code}`)

/**
 * The matter with this number and code.
 *
 * @throws AppError `NOT_FOUND`, the same for a wrong number and a wrong code; `RATE_LIMITED` after
 *   too many wrong codes on a day.
 */
export async function findByCode<Doc extends Stored & QueryCode>(
  collection: CollectionName,
  scope: Query,
  { number, code }: { readonly number: string; readonly code: string },
  now: Date,
): Promise<Doc> {
  const parsed = parseCaseNumber(number)
  const doc = parsed && (await findOne<Doc>(collection, { ...scope, number: parsed }))
  if (!doc) throw wrong()
  const day = businessDate(now)
  const guesses = doc.guesses.day === day ? doc.guesses.count : 0
  if (guesses >= MOST_GUESSES) {
    throw new AppError(
      'RATE_LIMITED',
      '今天试错的次数太多，明天再查。急的话打便民服务站电话，报编号和姓名。',
    )
  }
  if (hashOf(parsed, code.trim()) !== doc.queryHash) {
    await countGuess(collection, doc, day)
    throw wrong()
  }
  return doc
}

/** Counts in the database, so that guesses at the same moment are all counted. */
async function countGuess(
  collection: CollectionName,
  { _id, township }: Stored,
  day: BusinessDate,
): Promise<void> {
  const counted = await updateOne(
    collection,
    { _id, township, 'guesses.day': day },
    { $inc: { 'guesses.count': 1 } },
  )
  if (!counted) {
    await updateOne(collection, { _id, township }, { $set: { guesses: { day, count: 1 } } })
  }
}

const wrong = () =>
  new AppError('NOT_FOUND', '没查到。编号或查询码不对，回执上都有；找不到回执，打便民服务站电话。')
