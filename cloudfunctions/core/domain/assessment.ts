/**
 * 考核: the township's own rules over the facts of its units, off until the leader turns it on. The
 * program lists facts and keeps what people decide; it adds up no points, ranks nobody and looks at
 * no person (岗位目标责任制考核 is decided by people).
 */
import { FIGURES, withoutTelling } from './bulletin/figures'
import type { FigureKey, Figures } from './bulletin/figures'
import type { Flow } from './flows/flow'

/**
 * Facts that a rule may name. Left out: how often people come, rate or how they rate, because none
 * of it may become a target; sums that say nothing of a unit.
 */
export const ASSESSABLE = [
  'received',
  'answered',
  'unanswered',
  'accepted',
  'completed',
  'onTime',
  'proxy',
  'kept',
  'supplements',
  'secondNotices',
  'blockedNotices',
  'warnings',
  'contactDue',
  'contacted',
  'rectifyDue',
  'rectified',
  'visits',
  'errands',
] as const satisfies readonly FigureKey[]

export type AssessableFact = (typeof ASSESSABLE)[number]

/** One rule, in the words of the township's document; what it weighs is read by people only. */
export interface AssessmentRule {
  readonly name: string
  readonly fact: AssessableFact
  /** As the document says it, e.g. 每件扣1分; never reckoned with. */
  readonly weight: string
}

export const factName = (fact: AssessableFact): string => FIGURES[fact]

/** The fact of each rule for one unit; null where it could be traced to a person. */
export function factsFor(
  rules: readonly AssessmentRule[],
  figures: Figures,
): readonly (number | null)[] {
  const shown = withoutTelling(figures)
  return rules.map(({ fact }) => shown[fact] ?? null)
}

export const ASSESSMENT_STATES = { off: '没有启用', on: '启用了' } as const
export type AssessmentState = keyof typeof ASSESSMENT_STATES

export const ASSESSMENT_ACTIONS = {
  turnOn: '启用',
  changeRules: '改规则',
  turnOff: '停用',
} as const
export type AssessmentAction = keyof typeof ASSESSMENT_ACTIONS

export const ASSESSMENT: Flow<AssessmentState, AssessmentAction, object> = {
  name: '考核',
  states: ASSESSMENT_STATES,
  actions: ASSESSMENT_ACTIONS,
  initial: 'off',
  final: [],
  rows: [
    { from: ['off'], action: 'turnOn', to: 'on', by: ['leader'] },
    { from: ['on'], action: 'changeRules', by: ['leader'] },
    { from: ['on'], action: 'turnOff', to: 'off', by: ['leader'] },
  ],
}
