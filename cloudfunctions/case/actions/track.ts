import { openAction } from '../../core/kernel/action'
import { lookupHash } from '../../core/kernel/crypto'
import { AppError } from '../../core/kernel/errors'
import { findOne, updateOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { businessDate } from '../../../miniprogram/shared/dates'
import { parseCaseNumber } from '../../../miniprogram/shared/numbers'
import { trackInput, trackOutput } from '../schema'
import { trackedCase } from '../view'

/** Wrong codes per matter and day: enough for slips, hopeless for guessing six digits. */
const MOST_GUESSES = 10

export const track = openAction({
  summary: '凭编号和查询码看进度，不用登录，谁帮着看都行',
  by: ['public'],
  scope: 'public',
  input: trackInput,
  output: trackOutput,
  run: async ({ scope, now }, { number, code }) => {
    const parsed = parseCaseNumber(number)
    const doc = parsed && (await findOne<CaseDocument>('cases', { ...scope, number: parsed }))
    if (!doc) throw wrong()
    const day = businessDate(now)
    const guesses = doc.guesses.day === day ? doc.guesses.count : 0
    if (guesses >= MOST_GUESSES) {
      throw new AppError(
        'RATE_LIMITED',
        '今天试错的次数太多，明天再查。急的话打便民服务站电话，报编号和姓名。',
      )
    }
    if (lookupHash('query', `${doc.number}:${code.trim()}`) !== doc.queryHash) {
      await countGuess(doc, day)
      throw wrong()
    }
    return { case: trackedCase(doc, now) }
  },
})

/** Counts in the database, so that guesses at the same moment are all counted. */
async function countGuess(doc: CaseDocument, day: string): Promise<void> {
  const which = { _id: doc._id, township: doc.township }
  const counted = await updateOne(
    'cases',
    { ...which, 'guesses.day': day },
    { $inc: { 'guesses.count': 1 } },
  )
  if (!counted) await updateOne('cases', which, { $set: { guesses: { day, count: 1 } } })
}

/** One answer for a wrong number and a wrong code. */
const wrong = () =>
  new AppError('NOT_FOUND', '没查到。编号或查询码不对，回执上都有；找不到回执，打便民服务站电话。')
