import { action } from '../../core/kernel/action'
import { businessDate } from '../../../miniprogram/shared/dates'
import { reopenInput, reopenOutput } from '../schema/result'
import { takeStep } from '../step'

export const reopen = action({
  summary: '重新办：办结三十天内，群众说没办好，原来的编号接着办',
  by: ['villager', 'agent', 'window', 'cadre'],
  scope: 'readableCases',
  input: reopenInput,
  output: reopenOutput,
  run: (call, { id, reason }) =>
    takeStep(call, id, {
      action: 'reopen',
      set: () => ({ reopenedOn: businessDate(call.now) }),
      text: `重新办，原因：${reason}`,
      words: { office: { title: '群众说没办好', hint: '看原因，接着办' } },
    }),
})
