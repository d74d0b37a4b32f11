import { businessDate, spokenDate } from '../../../shared/dates'
import type { Assessment, AssessmentDecision } from '../calls'

export interface AssessView {
  readonly on: boolean
  readonly tag: string
  readonly basis: string
  readonly changed: string
  readonly rules: readonly { readonly key: string; readonly name: string; readonly note: string }[]
  readonly month: string
  /** In the order of the township; facts as sentences, never a sum. */
  readonly units: readonly {
    readonly id: string
    readonly name: string
    readonly lines: readonly string[]
  }[]
  readonly decisions: readonly DecisionRow[]
  readonly canTurnOn: boolean
  readonly canChange: boolean
}

interface DecisionRow {
  readonly id: string
  readonly title: string
  readonly status: string
  readonly tone: string
  readonly text: string
  readonly note: string
  readonly appeal: readonly string[]
  readonly canAppeal: boolean
  readonly canJudge: boolean
}

const TONES: Readonly<Partial<Record<AssessmentDecision['status'], string>>> = {
  appealed: 'act',
  withdrawn: 'ok',
}

export function assessView({ assessment, month, units, decisions }: Assessment): AssessView {
  const { on, basis, rules, changedBy, changedAt, allowed } = assessment
  const when = changedAt ? spokenDate(businessDate(new Date(changedAt))) : ''
  return {
    on,
    tag: on ? '启用了' : '没有启用',
    basis: basis ? `${basis.number}《${basis.title}》` : '',
    changed: changedBy ? `${changedBy}，${when}${on ? '定的' : '停用的'}` : '',
    rules: rules.map(({ name, factText, weight }, index) => ({
      key: String(index),
      name,
      note: `看“${factText}”；文件上：${weight}`,
    })),
    month: monthName(month),
    units: units.map(({ id, name, facts }) => ({
      id,
      name,
      lines: rules.map(({ factText }, index) => `${factText}：${factOf(facts[index] ?? null)}`),
    })),
    decisions: decisions.map(decisionRow),
    canTurnOn: allowed.includes('turnOn'),
    canChange: allowed.includes('changeRules'),
  }
}

export const monthName = (month: string): string =>
  `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`

const factOf = (fact: number | null): string => (fact === null ? '太少，不作判断' : String(fact))

function decisionRow(one: AssessmentDecision): DecisionRow {
  const { appeal, allowed } = one
  return {
    id: one.id,
    title: `${one.unitName}，${monthName(one.month)}`,
    status: one.statusText,
    tone: TONES[one.status] ?? 'note',
    text: one.decision,
    note: `理由：${one.reason}。${one.decidedBy}，${spokenDate(businessDate(new Date(one.at)))}，按${one.basis}`,
    appeal: appeal
      ? [
          `申诉：${appeal.text}`,
          ...(appeal.answer
            ? [`${appeal.answer.stands ? '维持' : '撤销'}：${appeal.answer.reason}`]
            : []),
        ]
      : [],
    canAppeal: allowed.includes('appeal'),
    canJudge: allowed.includes('judge'),
  }
}
