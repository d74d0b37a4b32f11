import { action } from '../../core/kernel/action'
import { seal } from '../../core/kernel/crypto'
import { businessDate } from '../../../miniprogram/shared/dates'
import { takeMediationStep } from '../mediations'
import { mediationPerformInput, mediationPerformOutput } from '../schema/mediation'

export const mediationPerform = action({
  summary: '回访履行：做到了没有，没做到差什么',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'ownMediations',
  input: mediationPerformInput,
  output: mediationPerformOutput,
  run: (call, { id, done, text }) =>
    takeMediationStep(call, id, {
      action: 'mediationPerform',
      facts: () => ({ text, done }),
      said: () => (done ? '履行完了' : '回访了，还没履行完'),
      set: ({ notes }) => ({
        notes: [...notes, { at: call.now, text: seal(text) }],
        ...(done ? { open: false, endedOn: businessDate(call.now) } : {}),
      }),
    }),
})
