import { action } from '../../core/kernel/action'
import { EXTENSION_WORKDAYS } from '../../core/domain/deadline'
import { requestExtensionInput, requestExtensionOutput } from '../schema/work'
import { takeStep } from '../step'

export const requestExtension = action({
  summary: '报延期：只能一次，乡长批',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: requestExtensionInput,
  output: requestExtensionOutput,
  run: (call, { id, reason }) =>
    takeStep(call, id, {
      action: 'requestExtension',
      set: () => ({
        extension: {
          state: 'asked',
          reason,
          days: EXTENSION_WORKDAYS,
          byName: call.caller.name,
          answeredBy: null,
        },
      }),
      text: `报延期${String(EXTENSION_WORKDAYS)}个工作日，原因：${reason}`,
      words: { office: { title: '有一件事报延期', hint: '看原因，批或者不批' } },
    }),
})
