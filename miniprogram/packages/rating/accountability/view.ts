import type { Accountability, AccountabilityRecord } from '../../../services/supervision'
import { businessDate, spokenDate } from '../../../shared/dates'
import { appealLines } from '../appeal-lines'

export const MEASURES = [
  { key: 'none', text: '不追究' },
  { key: 'talk', text: '提醒谈话' },
  { key: 'explain', text: '书面说明' },
  { key: 'notice', text: '通报' },
  { key: 'other', text: '其他处理' },
] as const satisfies readonly { key: AccountabilityRecord['measure']; text: string }[]

export const proposalRows = ({ proposals }: Accountability) =>
  proposals.map(({ unit, unitName, facts }) => ({
    unit,
    name: unitName,
    facts: facts.map(({ id, text }) => ({ id, text })),
  }))

export const recordRows = ({ records }: Accountability) =>
  records.map((record) => ({
    id: record.id,
    who: record.person ? `${record.unitName}，${record.person}` : record.unitName,
    measure: MEASURES.find(({ key }) => key === record.measure)?.text ?? '',
    reason: record.reason,
    facts: record.facts.map(({ id, text }) => ({ id, text })),
    by: `${record.decidedBy}定的，${spokenDate(businessDate(new Date(record.at)))}`,
    status: record.statusText,
    tone: record.status === 'withdrawn' ? 'off' : record.status === 'appealed' ? 'act' : 'info',
    appeal: appealLines(record.appeal),
    appeals: record.allowed.includes('appeal'),
    judges: record.allowed.includes('judge'),
  }))
