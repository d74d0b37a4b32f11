import { action } from '../../core/kernel/action'
import { turnSwitch } from '../assessment/switch'
import { changeAssessmentInput, changeAssessmentOutput } from '../schema/assessment'

export const changeAssessment = action({
  summary: '改考核的规则：也要写明按哪个文件',
  by: ['leader'],
  scope: 'township',
  input: changeAssessmentInput,
  output: changeAssessmentOutput,
  run: (call, { number, title, rules }) =>
    turnSwitch(call, 'changeRules', `改规则，按${number}《${title}》`, { number, title, rules }),
})
