import { action } from '../../core/kernel/action'
import { bulletinStep } from '../bulletin/step'
import { editBulletinInput, editBulletinOutput } from '../schema/bulletin'

export const editBulletin = action({
  summary: '改通报的文字，数不能改；公布以后改不了',
  by: ['leader'],
  scope: 'township',
  input: editBulletinInput,
  output: editBulletinOutput,
  run: (call, { month, sections }) =>
    bulletinStep(call, month, 'edit', (doc) => ({
      set: { sections: { ...doc.sections, ...sections } },
      text: '改了文字',
    })),
})
