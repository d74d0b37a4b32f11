import { action } from '../../core/kernel/action'
import { businessDate } from '../../../miniprogram/shared/dates'
import { resumeInput, resumeOutput } from '../schema/work'
import { takeStep } from '../step'

export const resume = action({
  summary: '接着算时间：停算的原因没有了，从今天起接着算',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: resumeInput,
  output: resumeOutput,
  run: (call, { id, note }) => {
    const until = businessDate(call.now)
    return takeStep(call, id, {
      action: 'resume',
      set: (doc) => ({
        pauses: doc.pauses.map((pause) => (pause.until === null ? { ...pause, until } : pause)),
      }),
      text: note ? `接着算时间。${note}` : '接着算时间',
      words: { villager: '停算的原因没有了，今天起接着办。点开看新的日子。' },
    })
  },
})
