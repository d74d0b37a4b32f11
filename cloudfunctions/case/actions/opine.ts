import { action } from '../../core/kernel/action'
import { businessDate } from '../../../miniprogram/shared/dates'
import { opineInput, opineOutput } from '../schema/work'
import { takeStep } from '../step'

export const opine = action({
  summary: '提意见：站长、乡长对一件事提具体意见，承办的要回复',
  by: ['leader'],
  scope: 'readableCases',
  input: opineInput,
  output: opineOutput,
  run: (call, { id, text }) =>
    takeStep(call, id, {
      action: 'opine',
      set: (doc) => ({
        opinions: [
          ...doc.opinions,
          {
            n: doc.opinions.length + 1,
            byName: call.caller.name,
            text,
            on: businessDate(call.now),
            answer: null,
          },
        ],
      }),
      text: `领导意见：${text}`,
      words: { office: { title: '领导提了意见', hint: '看意见，写回复' } },
    }),
})
