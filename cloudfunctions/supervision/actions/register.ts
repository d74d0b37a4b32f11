import { action } from '../../core/kernel/action'
import { registerInput, registerOutput } from '../schema/issue'
import { createIssue } from '../issues'

export const register = action({
  summary: '摸底登记：未结事项、热点难点、意见建议，5个工作日内答复',
  by: ['agent', 'window', 'cadre', 'leader', 'supervisor'],
  scope: 'township',
  input: registerInput,
  output: registerOutput,
  run: async (call, { kind, text, villageId, about }) => {
    const { _id, number, dueOn } = await createIssue(call, {
      action: 'register',
      kind,
      text,
      villageId: villageId ?? call.caller.account.staff?.villageId ?? null,
      anonymous: false,
      about,
      owner: call.caller,
    })
    return { issue: { id: _id, number, dueOn } }
  },
})
