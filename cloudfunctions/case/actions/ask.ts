import { action } from '../../core/kernel/action'
import { spokenUpNotice } from '../notices'
import { askInput, askOutput } from '../schema'
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
      reply: (doc) => doc.reply?.text ?? '',
      set: () => ({}),
      text,
      tell: (doc, _to, cause) => [spokenUpNotice(doc, '群众问了一句', cause, call.now)],
    }),
})
