import { action } from '../../core/kernel/action'
import { spokenDate } from '../../../miniprogram/shared/dates'
import { dueOf } from '../deadlines'
import { answerExtensionInput, answerExtensionOutput } from '../schema/work'
import { takeStep } from '../step'

export const answerExtension = action({
  summary: '批延期：乡长批一次，加十个工作日，原因告诉群众',
  by: ['head'],
  scope: 'readableCases',
  input: answerExtensionInput,
  output: answerExtensionOutput,
  run: (call, { id, grant, note }) =>
    takeStep(call, id, {
      action: 'answerExtension',
      facts: () => ({ grants: grant }),
      set: ({ extension }) => ({
        extension: extension && {
          ...extension,
          state: grant ? 'granted' : 'declined',
          answeredBy: call.caller.name,
        },
      }),
      text: ({ extension }) =>
        grant
          ? `批了延期${String(extension?.days ?? 0)}个工作日，原因：${extension?.reason ?? ''}`
          : `没批延期，按原来的日子办。${note ?? ''}`,
      words: (after) => ({
        ...(grant
          ? {
              villager: `要多办几天，最晚${spokenDate(dueOf(after))}。原因：${after.extension?.reason ?? ''}`,
            }
          : {}),
        office: {
          title: grant ? '延期批了' : '延期没批',
          hint: grant ? '按新的日子办，只有这一次' : '按原来的日子办',
        },
      }),
    }),
})
