/** 考核决定: registered by a person, about a unit; the unit appeals once, the supervisor answers. */
import type { KnownCall } from '../../core/kernel/action'
import { unitsOf } from '../../core/kernel/caller'
import { notice } from '../../core/kernel/notices'
import type { MatterKind } from '../../core/kernel/step'
import { monthName } from '../../core/domain/bulletin/text'
import { APPEALABLE } from '../../core/domain/flows/appealable'
import type {
  AppealableAction,
  AppealableFacts,
  AppealableState,
} from '../../core/domain/flows/appealable'
import type { AssessmentDecision } from '../../core/store/documents/assessment'
import { newMatter } from '../../core/store/new-matter'
import { businessDate } from '../../../miniprogram/shared/dates'

export const ASSESSMENT_DECISIONS: MatterKind<
  AssessmentDecision,
  AppealableState,
  AppealableAction,
  AppealableFacts
> = {
  collection: 'assessmentDecisions',
  flow: APPEALABLE,
  what: '这条考核决定',
  // Whoever belongs to the unit, or decided it, does not answer its appeal.
  relations: (caller, { unit, decidedBy }) => {
    const meant = unitsOf(caller).includes(unit)
    const judges = caller.roles.includes('supervisor') && !meant && decidedBy !== caller.id
    return [...(meant ? ['handler' as const] : []), ...(judges ? ['supervisor' as const] : [])]
  },
}

const PAGE = '/packages/supervise/assess/assess'

export const DECISION_WORDS = {
  title: '考核决定的申诉',
  target: PAGE,
  to: ({ unit }: AssessmentDecision) => ({ unit }),
}

type Content = Pick<
  AssessmentDecision,
  'unit' | 'unitName' | 'month' | 'basis' | 'decision' | 'reason'
>

export function newDecision(call: KnownCall, content: Content): AssessmentDecision {
  const { now, caller, request } = call
  const { unit, unitName, month, decision, reason } = content
  const text = `${monthName(month)}：${decision}。理由：${reason}`
  return newMatter<AssessmentDecision>(
    call,
    { action: 'registerAssessment', state: 'standing', text },
    { ...content, decidedBy: caller.id, decidedByName: caller.name, at: now, appeal: null },
    {
      tell: () => [
        notice(`assessment:${request.key}`, now, {
          to: { unit },
          template: 'task',
          title: '有一条考核决定',
          text: `${text}。不服可以申诉一次，由监督答复。`,
          target: PAGE,
          values: {
            matter: '考核决定',
            place: unitName,
            by: `${businessDate(now)} 17:30`,
            hint: '不服可以申诉一次',
          },
        }),
      ],
    },
  )
}
