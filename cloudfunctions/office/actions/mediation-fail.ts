import { action } from '../../core/kernel/action'
import { seal } from '../../core/kernel/crypto'
import { businessDate } from '../../../miniprogram/shared/dates'
import { takeMediationStep } from '../mediations'
import { mediationFailInput, mediationFailOutput } from '../schema/mediation'

export const mediationFail = action({
  summary: '调解不成：写明原因，告诉双方还能怎么办',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'ownMediations',
  input: mediationFailInput,
  output: mediationFailOutput,
  run: (call, { id, text }) =>
    takeMediationStep(call, id, {
      action: 'mediationFail',
      facts: () => ({ text }),
      said: () => '没调成，告诉了双方还能怎么办',
      set: ({ notes }) => ({
        notes: [...notes, { at: call.now, text: seal(text) }],
        open: false,
        endedOn: businessDate(call.now),
      }),
    }),
})
