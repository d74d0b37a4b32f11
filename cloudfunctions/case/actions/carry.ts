import { action } from '../../core/kernel/action'
import { businessDate } from '../../../miniprogram/shared/dates'
import { carryInput, carryOutput } from '../schema/proxy'
import { takeStep } from '../step'

export const carry = action({
  summary: '材料送到乡里了：代办员三个工作日内送到',
  by: ['agent'],
  scope: 'workableCases',
  input: carryInput,
  output: carryOutput,
  run: (call, { id }) => {
    const doneOn = businessDate(call.now)
    return takeStep(call, id, {
      action: 'carry',
      set: ({ carry: task }) => ({ carry: { dueOn: task?.dueOn ?? doneOn, doneOn } }),
      text: '材料送到乡里了',
      words: { office: { title: '代办员送材料来了', hint: '清点材料，签收' } },
    })
  },
})
