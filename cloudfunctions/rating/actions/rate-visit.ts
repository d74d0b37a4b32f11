import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { hashId } from '../../core/kernel/hash'
import { isBad } from '../../core/domain/rating'
import { otherContent } from '../../core/store/commit'
import { findOne, insertNew } from '../../core/store/database'
import type { DepartmentDirectory } from '../../core/store/documents/catalog'
import type { VisitRating } from '../../core/store/documents/rating'
import { businessDate } from '../../../miniprogram/shared/dates'
import type * as z from 'zod'
import { refuseStaff } from '../give'
import { rateVisitInput, rateVisitOutput } from '../schema'

export const rateVisit = action({
  summary: '扫窗口桌卡评今天的接待：一人一天一个窗口一次',
  by: ['villager'],
  scope: 'self',
  input: rateVisitInput,
  output: rateVisitOutput,
  run: async (call, input) => {
    refuseStaff(call)
    const { township, request } = call
    const directory = await findOne<DepartmentDirectory>('directory', {
      _id: `${township}:departments`,
      township,
    })
    const department = directory?.departments.find(({ hallWindow }) =>
      hallWindow?.startsWith(`${String(input.window)}号`),
    )
    if (!department) throw notFound('这个窗口')
    const visit = visitOf(call, input, department)
    const answer = { rating: { id: visit._id, level: input.level } }
    if (await insertNew('visitRatings', visit)) return answer
    const first = await findOne<VisitRating>('visitRatings', { _id: visit._id, township })
    if (first?.key === request.key) {
      if (first.content !== request.content) throw otherContent()
      return answer
    }
    throw new AppError('ALREADY_RATED', '今天在这个窗口评过了，谢谢。还有话想说，打监督电话。')
  },
})

function visitOf(
  { township, caller, now, request }: KnownCall,
  input: z.infer<typeof rateVisitInput>,
  department: DepartmentDirectory['departments'][number],
): VisitRating {
  const day = businessDate(now)
  const { window, level, reasons = [], comment = '', passOn = false } = input
  const { resident } = caller.account
  return {
    _id: hashId('visit', township, caller.id, window, day),
    township,
    schema: 1,
    v: 1,
    window,
    windowName: department.hallWindow ?? `${String(window)}号窗口`,
    unit: department.id,
    unitName: department.name,
    level,
    reasons,
    comment,
    passOn,
    by: caller.id,
    name: caller.name,
    villageId: resident?.villageId ?? '',
    contact: resident?.contact ?? { by: 'paper', phone: null },
    day,
    at: now,
    ...request,
    ...(isBad(level) ? { nextDueAt: now } : {}),
  }
}
