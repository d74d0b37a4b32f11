import { action } from '../../core/kernel/action'
import { businessDate } from '../../../miniprogram/shared/dates'
import { decideInput, decideOutput } from '../schema'
import { deliveryOf, holderOf, takeStep, tellVillager } from '../step'

/** 行政许可法 38: a refusal tells how to object. Periods: 行政复议法 20, 行政诉讼法 46. */
const STATUTORY_REMEDY =
  '不服可以这样做：60天内申请行政复议，或者6个月内向法院起诉。不会写，村代办员和司法所帮您写。'

export const decide = action({
  summary: '写答复、出结果：办成了什么，或者为什么没办成、不服怎么办',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: decideInput,
  output: decideOutput,
  run: (call, { id, outcome, reply, remedy }) => {
    const today = businessDate(call.now)
    const how = remedy?.trim() ? remedy : null
    return takeStep(call, id, {
      action: 'decide',
      reply: () => reply,
      set: () => ({
        holder: holderOf(call),
        decidedOn: today,
        ...deliveryOf(today),
        reply: {
          outcome,
          text: reply,
          remedy: outcome === 'refuse' ? (how ?? STATUTORY_REMEDY) : how,
          byName: call.caller.name,
          at: call.now,
        },
      }),
      text: outcome === 'approve' ? `办成了：${reply}` : `没办成，原因：${reply}`,
      tell: tellVillager('有结果了，点开看答复。', call.now),
    })
  },
})
