import { action } from '../../core/kernel/action'
import { rectificationTask } from '../notices'
import { judgeAppealInput, judgeAppealOutput } from '../schema'
import { takeRectificationStep } from '../step'

export const judgeAppeal = action({
  summary: '监督答复申诉：差评采信不采信，写明理由；原来的评价都留着',
  by: ['supervisor'],
  scope: 'rectifications',
  input: judgeAppealInput,
  output: judgeAppealOutput,
  run: (call, { id, upheld, reason }) => {
    const words = upheld ? '差评不采信' : '差评采信，照样整改'
    return takeRectificationStep(call, id, {
      action: 'judgeAppeal',
      facts: { upheld, text: reason },
      set: ({ appeal }) => ({
        appeal: appeal && { ...appeal, judgement: { upheld, reason } },
      }),
      text: `${words}：${reason}`,
      tell: (doc, cause) => [
        rectificationTask(
          doc,
          cause,
          call.now,
          { unit: doc.unit },
          `申诉有答复了，${words}`,
          reason,
        ),
      ],
    })
  },
})
