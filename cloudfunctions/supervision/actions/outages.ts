import { action } from '../../core/kernel/action'
import { outagesBefore } from '../../core/store/warnings'
import { outagesInput, outagesOutput } from '../schema/warning'
import { outageView } from './register-outage'

export const outages = action({
  summary: '登记过的停电、断网、上级系统故障',
  by: ['agent', 'window', 'cadre', 'leader', 'supervisor'],
  scope: 'township',
  input: outagesInput,
  output: outagesOutput,
  run: async ({ township, now }) => ({
    outages: (await outagesBefore(township, now)).map(outageView),
  }),
})
