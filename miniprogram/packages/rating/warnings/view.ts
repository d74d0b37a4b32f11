import type { Warning } from '../../../services/supervision'
import { appealLines } from '../appeal-lines'

/** Word, shape and colour; what does not count any more is grey and says why. */
function tagOf({ colour, counts, statusText }: Warning) {
  if (!counts) return { tone: 'off', icon: 'info-circle', tag: statusText }
  return colour === 'red'
    ? { tone: 'bad', icon: 'error-triangle', tag: '红色' }
    : { tone: 'warn', icon: 'error-circle', tag: '黄色' }
}

export const warningRows = (warnings: readonly Warning[]) =>
  warnings.map((warning) => ({
    ...tagOf(warning),
    id: warning.id,
    caseId: warning.caseId,
    name: warning.itemName,
    where: `${warning.unitName}，编号${warning.number}`,
    who: warning.holder ? `${warning.holder}在办` : '还没有人接手，归站长',
    calculation: [
      ...warning.calculation,
      ...(warning.provisional ? ['明年的放假还没公布，日子是暂定的。'] : []),
      ...(warning.status === 'excused' ? ['登记过停电、断网，这次不计。'] : []),
    ],
    appeal: appealLines(warning.appeal),
    can: warning.allowed.includes('appeal') ? 'appeal' : '',
    judges: warning.allowed.includes('judge'),
  }))

export type WarningRow = ReturnType<typeof warningRows>[number]
