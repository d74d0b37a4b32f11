import { action } from '../../core/kernel/action'
import { sha256 } from '../../core/kernel/hash'
import { bulletinStep } from '../bulletin/step'
import { publishBulletinInput, publishBulletinOutput } from '../schema/bulletin'

export const publishBulletin = action({
  summary: '公布通报：从这时起冻结，留下指纹，只能补更正',
  by: ['leader'],
  scope: 'township',
  input: publishBulletinInput,
  output: publishBulletinOutput,
  run: (call, { month }) =>
    bulletinStep(call, month, 'publish', ({ title, table, sections }) => ({
      set: {
        publishedAt: call.now,
        publishedBy: call.caller.name,
        hash: sha256({ title, month, table, sections }),
      },
      text: '公布了',
    })),
})
