import { action } from '../../core/kernel/action'
import { refuseTwiceADay } from '../../core/kernel/once-a-day'
import { urgeInput, urgeOutput } from '../schema/work'
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
      set: (doc) => {
        const phone = doc.holder?.phone ?? doc.unitPhone
        const message = `今天催过了，他们已经收到。急的话直接打电话：${phone}。`
        refuseTwiceADay(doc.log, 'urge', call.now, message)
        return {}
      },
      text: '催了一下',
      words: { office: { title: '群众催了一下', hint: '点开看，记一句办理情况' } },
    }),
})
