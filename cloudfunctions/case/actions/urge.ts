import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import type { CaseDocument } from '../../core/store/documents/case'
import { businessDate } from '../../../miniprogram/shared/dates'
import { spokenUpNotice } from '../notices'
import { urgeInput, urgeOutput } from '../schema'
import { takeStep } from '../step'

export const urge = action({
  summary: '催一下：一天一次，谁在办谁收到',
  by: ['villager', 'agent'],
  scope: 'ownCases',
  input: urgeInput,
  output: urgeOutput,
  run: (call, { id }) =>
    takeStep(call, id, {
      action: 'urge',
      reply: (doc) => doc.reply?.text ?? '',
      set: (doc) => {
        refuseTwiceADay(doc, call.now)
        return {}
      },
      text: '催了一下',
      tell: (doc, _to, cause) => [spokenUpNotice(doc, '群众催了一下', cause, call.now)],
    }),
})

/** More would not be read; a call reaches a person. */
function refuseTwiceADay(doc: CaseDocument, now: Date): void {
  const today = businessDate(now)
  const urged = doc.log.some(({ action, at }) => action === 'urge' && businessDate(at) === today)
  if (!urged) return
  const phone = doc.holder?.phone ?? doc.unitPhone
  throw new AppError('RATE_LIMITED', `今天催过了，他们已经收到。急的话直接打电话：${phone}。`)
}
