import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { create } from '../../core/store/commit'
import { keptPlaces } from '../../core/store/places'
import { newDecision } from '../assessment/decision'
import { readAssessment } from '../assessment/switch'
import { decisionView } from '../assessment/view'
import { refuseUnlessOver } from '../bulletin/step'
import { registerAssessmentInput, registerAssessmentOutput } from '../schema/assessment'

export const registerAssessment = action({
  summary: '登记考核决定：人定的，写明理由；单位收到通知，能申诉一次',
  by: ['leader'],
  scope: 'township',
  input: registerAssessmentInput,
  output: registerAssessmentOutput,
  run: async (call, { unit, month, decision, reason }) => {
    const { township, caller, now } = call
    refuseUnlessOver(month, now)
    const [doc, { departments }] = await Promise.all([
      readAssessment(township, now),
      keptPlaces(township),
    ])
    const { basis } = doc
    if (doc.state === 'off' || !basis) {
      throw new AppError(
        'ACTION_NOT_ALLOWED',
        '考核没有启用。先写明按乡里哪个文件启用，再登记决定。',
      )
    }
    const department = departments.find(({ id }) => id === unit)
    if (!department) throw notFound('这个单位')
    const record = newDecision(call, {
      unit,
      unitName: department.name,
      month,
      basis: `${basis.number}《${basis.title}》`,
      decision,
      reason,
    })
    const { doc: stored, repeated } = await create('assessmentDecisions', record)
    if (!repeated) await dispatch('assessmentDecisions', stored, stored.out, now)
    return { decision: decisionView(stored, caller) }
  },
})
