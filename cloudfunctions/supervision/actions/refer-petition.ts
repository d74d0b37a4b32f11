import { action } from '../../core/kernel/action'
import { takeStep } from '../../core/kernel/step'
import { PETITION_DAYS } from '../../core/domain/flows/issue'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import { issueView } from '../issue-view'
import { ISSUES, issueStep } from '../issues'
import { referPetitionInput, referPetitionOutput } from '../schema/issue'

export const referPetition = action({
  summary: '转信访：归信访的登记转交，15天、60天（自然日）提醒',
  by: ['leader', 'supervisor'],
  scope: 'watchedIssues',
  input: referPetitionInput,
  output: referPetitionOutput,
  run: async (call, { id, text }) => {
    const { caller, now } = call
    const on = businessDate(now)
    const petition = {
      on,
      where: text,
      acceptBy: addDays(on, PETITION_DAYS.accept),
      concludeBy: addDays(on, PETITION_DAYS.conclude),
      reminded: 0 as const,
    }
    const step = issueStep('referPetition', { text, set: () => ({ petition }) }, now)
    return { issue: issueView(await takeStep(ISSUES, call, id, step), [], caller, now) }
  },
})
