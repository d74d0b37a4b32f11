import { action } from '../../core/kernel/action'
import { turnSwitch } from '../assessment/switch'
import { turnOnAssessmentInput, turnOnAssessmentOutput } from '../schema/assessment'

export const turnOnAssessment = action({
  summary: '启用考核：站长定，写明按乡里哪个文件、哪几条规则；只看单位，不看个人',
  by: ['leader'],
  scope: 'township',
  input: turnOnAssessmentInput,
  output: turnOnAssessmentOutput,
  run: (call, { number, title, rules }) =>
    turnSwitch(call, 'turnOn', `启用，按${number}《${title}》`, { number, title, rules }),
})
