import { action } from '../../core/kernel/action'
import { bulletinStep } from '../bulletin/step'
import { correctBulletinInput, correctBulletinOutput } from '../schema/bulletin'

export const correctBulletin = action({
  summary: '给公布了的通报补一条更正，原来的不动',
  by: ['leader'],
  scope: 'township',
  input: correctBulletinInput,
  output: correctBulletinOutput,
  run: (call, { month, text }) =>
    bulletinStep(call, month, 'correct', (doc) => ({
      set: { addenda: [...doc.addenda, { at: call.now, byName: call.caller.name, text }] },
      text: '补了一条更正',
    })),
})
