import { action } from '../../core/kernel/action'
import type { Recipient } from '../../core/store/documents/matter'
import { businessDate } from '../../../miniprogram/shared/dates'
import { rectificationTask, villagerNotices } from '../notices'
import { rectifyInput, rectifyOutput } from '../schema'
import { takeRectificationStep } from '../step'

export const rectify = action({
  summary: '整改或说明：改了什么，或者为什么这样办；群众看得到',
  by: ['window', 'cadre'],
  scope: 'rectifications',
  input: rectifyInput,
  output: rectifyOutput,
  run: (call, { id, text }) =>
    takeRectificationStep(call, id, {
      action: 'rectify',
      facts: { text },
      set: () => ({ answer: text, rectifiedOn: businessDate(call.now) }),
      text,
      tell: (doc, cause) => {
        const caller: Recipient = doc.callUnit ? { unit: doc.callUnit } : { role: 'supervisor' }
        return [
          ...villagerNotices(doc, cause, call.now),
          rectificationTask(
            doc,
            cause,
            call.now,
            caller,
            '请再打一个电话问问',
            `${doc.unitName}答复了，问群众满意不满意。`,
          ),
        ]
      },
    }),
})
