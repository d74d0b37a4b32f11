import { action } from '../../core/kernel/action'
import { seal } from '../../core/kernel/crypto'
import { takeMediationStep } from '../mediations'
import { mediationNoteInput, mediationNoteOutput } from '../schema/mediation'

export const mediationNote = action({
  summary: '记一次调解：谈了什么、约哪天再谈；只有调解员看得到',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'ownMediations',
  input: mediationNoteInput,
  output: mediationNoteOutput,
  run: (call, { id, text }) =>
    takeMediationStep(call, id, {
      action: 'mediationNote',
      facts: () => ({ text }),
      said: () => '谈了一次',
      set: ({ notes }) => ({ notes: [...notes, { at: call.now, text: seal(text) }] }),
    }),
})
