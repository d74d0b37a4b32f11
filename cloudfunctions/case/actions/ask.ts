import { action } from '../../core/kernel/action'
import { askInput, askOutput } from '../schema/work'
import { takeStep } from '../step'

export const ask = action({
  summary: '问一句：问的话记在这件事里，谁在办谁收到',
  by: ['villager', 'agent'],
  scope: 'ownCases',
  input: askInput,
  output: askOutput,
  run: (call, { id, text }) =>
    takeStep(call, id, {
      action: 'ask',
      text,
      words: { office: { title: '群众问了一句', hint: '点开看，记一句办理情况' } },
    }),
})
