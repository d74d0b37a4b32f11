import { action } from '../../core/kernel/action'
import { readBulletin } from '../bulletin/read'
import { bulletinView } from '../bulletin/view'
import { bulletinInput, bulletinOutput } from '../schema/bulletin'

export const bulletin = action({
  summary: '一个月的通报：各部门各村的数和文字，固定顺序，不排名次',
  by: ['leader', 'supervisor', 'cadre', 'window', 'agent'],
  scope: 'township',
  input: bulletinInput,
  output: bulletinOutput,
  run: async (call, { month }) => ({
    bulletin: bulletinView(await readBulletin(call, month), call.caller),
  }),
})
