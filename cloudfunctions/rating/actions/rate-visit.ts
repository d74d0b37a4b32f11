import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { hashId } from '../../core/kernel/hash'
import { isBad } from '../../core/domain/rating'
import { otherContent } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { DepartmentDirectory, PlaceDocument } from '../../core/store/documents/catalog'
import type { VisitRating } from '../../core/store/documents/rating'
import { insertNew } from '../../core/store/insert-new'
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
    const window = await windowOf(township, input.window)
    const visit = visitOf(call, input, window)
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

interface RatedWindow {
  readonly name: string
  readonly unit: string
  readonly unitName: string
}

/** The window as the office has it today; the department whose own window it is answers for it. */
async function windowOf(township: string, number: number): Promise<RatedWindow> {
  const [directory, hall] = await Promise.all([
    findOne<DepartmentDirectory>('directory', { _id: `${township}:departments`, township }),
    findOne<PlaceDocument>('places', { _id: `${township}:place:hall`, township }),
  ])
  const window = hall?.windows.find(({ name }) => name.startsWith(`${String(number)}号`))
  const here = (directory?.departments ?? []).filter(({ id }) => window?.units.includes(id))
  const department = here.find(({ hallWindow }) => hallWindow === window?.name) ?? here[0]
  if (!window || !department) throw notFound('这个窗口')
  return { name: window.name, unit: department.id, unitName: department.name }
}

function visitOf(
  { township, caller, now, request }: KnownCall,
  input: z.infer<typeof rateVisitInput>,
  { name, unit, unitName }: RatedWindow,
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
    windowName: name,
    unit,
    unitName,
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
