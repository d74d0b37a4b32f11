/** An input for the actions of `supervision` that watch and assess, so that each passes its schema. */
import { newRequest } from './people'

/** 乡里的文件 and its rules, as the leader writes them down. */
export const RULEBOOK = {
  number: '示例政发〔2026〕12号',
  title: '便民服务岗位目标责任制考核办法',
  rules: [
    { name: '件件有答复', fact: 'unanswered', weight: '每件扣1分' },
    { name: '按时办结', fact: 'onTime', weight: '全部按时记10分' },
    { name: '差评整改', fact: 'rectified', weight: '按期改好的不扣' },
  ],
} as const

interface Sample {
  readonly input: () => object
  readonly missing?: true
}

const free = (content: object = {}): Sample => ({
  input: () => ({ requestId: newRequest(), ...content }),
})
const nobodyHas = (content: object): Sample => ({
  input: () => ({ id: 'nobody-has-this', requestId: newRequest(), ...content }),
  missing: true,
})

export const SUPERVISION_SAMPLES: Readonly<Record<string, Sample>> = {
  'supervision.watch': { input: () => ({}) },
  'supervision.assessment': { input: () => ({}) },
  'supervision.turnOnAssessment': free(RULEBOOK),
  'supervision.changeAssessment': free(RULEBOOK),
  'supervision.turnOffAssessment': free({ reason: '文件废止了' }),
  'supervision.registerAssessment': free({
    unit: 'mz',
    month: '2026-10',
    decision: '季度考核评为合格',
    reason: '件件有答复',
  }),
  'supervision.appealAssessment': nobodyHas({ text: '那件是别的单位的' }),
  'supervision.judgeAssessment': nobodyHas({ stands: true, reason: '属实' }),
}
