import { action } from '../../core/kernel/action'
import { turnSwitch } from '../assessment/switch'
import { turnOffAssessmentInput, turnOffAssessmentOutput } from '../schema/assessment'

export const turnOffAssessment = action({
  summary: '停用考核：写明原因，登记过的决定和申诉都留着',
  by: ['leader'],
  scope: 'township',
  input: turnOffAssessmentInput,
  output: turnOffAssessmentOutput,
  run: (call, { reason }) => turnSwitch(call, 'turnOff', `停用：${reason}`),
})
