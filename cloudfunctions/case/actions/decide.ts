import { action } from '../../core/kernel/action'
import { decideInput, decideOutput } from '../schema/result'
import { STATUTORY_REMEDY, takeStep } from '../step'

export const decide = action({
  summary: '写答复、出结果：办成了什么，或者为什么没办成、不服怎么办',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: decideInput,
  output: decideOutput,
  run: (call, { id, outcome, reply, remedy }) => {
    const how = remedy?.trim() ? remedy : null
    return takeStep(call, id, {
      action: 'decide',
      facts: () => ({ reply }),
      set: () => ({
        reply: {
          outcome,
          text: reply,
          remedy: outcome === 'refuse' ? (how ?? STATUTORY_REMEDY) : how,
          byName: call.caller.name,
          at: call.now,
        },
      }),
      text: outcome === 'approve' ? `办成了：${reply}` : `没办成，原因：${reply}`,
      words: { villager: '有结果了，点开看答复。' },
    })
  },
})
