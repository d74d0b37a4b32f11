import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { unitsOf } from '../../core/kernel/caller'
import { page } from '../../core/kernel/page'
import { ASSESSABLE, factName, factsFor } from '../../core/domain/assessment'
import { lastFinished } from '../../core/domain/bulletin/month'
import type { Month } from '../../core/domain/bulletin/text'
import { findOne } from '../../core/store/database'
import type { AssessmentDecision, AssessmentDocument } from '../../core/store/documents/assessment'
import type { BulletinDocument } from '../../core/store/documents/bulletin'
import { businessDate } from '../../../miniprogram/shared/dates'
import { readAssessment } from '../assessment/switch'
import { assessmentView, decisionView } from '../assessment/view'
import { bulletinId, refuseUnlessOver } from '../bulletin/step'
import { assessmentInput, assessmentOutput } from '../schema/assessment'

const PAGE = 30

export const assessment = action({
  summary: '考核：启用没有、按什么规则；启用了才列各单位的事实和人定的决定，不算分、不排名',
  by: ['agent', 'window', 'cadre', 'leader', 'supervisor'],
  scope: 'heldToAccount',
  input: assessmentInput,
  output: assessmentOutput,
  run: async (call, { month = lastFinished(businessDate(call.now)), cursor }) => {
    const { scope, township, caller, now } = call
    refuseUnlessOver(month, now)
    const [doc, bulletin, { docs, next }] = await Promise.all([
      readAssessment(township, now),
      findOne<BulletinDocument>('bulletins', { _id: bulletinId(township, month), township }),
      page<AssessmentDecision>('assessmentDecisions', scope, { field: 'at', cursor, size: PAGE }),
    ])
    return {
      assessment: assessmentView(doc, caller),
      month: month satisfies Month,
      choices: ASSESSABLE.map((fact) => ({ fact, text: factName(fact) })),
      units: unitFacts(call, doc, bulletin),
      decisions: docs.map((one) => decisionView(one, caller)),
      next,
    }
  },
})

/** Leaders and the supervisor see every unit, the others their own; nobody while it is off. */
function unitFacts(
  { caller }: KnownCall,
  { state, rules }: AssessmentDocument,
  bulletin: BulletinDocument | null,
) {
  if (state === 'off' || !bulletin) return []
  const all = caller.roles.includes('leader') || caller.roles.includes('supervisor')
  const own = unitsOf(caller)
  return bulletin.table.departments
    .filter(({ id }) => id !== '' && (all || own.includes(id)))
    .map(({ id, name, figures }) => ({ id, name, facts: factsFor(rules, figures) }))
}
