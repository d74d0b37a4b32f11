import { action } from '../../core/kernel/action'
import { takeStep } from '../../core/kernel/step'
import { ordersBehind } from '../../core/store/orders'
import { issueView } from '../issue-view'
import { ISSUES, issueStep } from '../issues'
import { answerIssueInput, answerIssueOutput } from '../schema/issue'

export const answerIssue = action({
  summary: '答复反映的事：交办的都销号了才能答复，空的不算',
  by: ['leader', 'supervisor'],
  scope: 'watchedIssues',
  input: answerIssueInput,
  output: answerIssueOutput,
  run: async (call, { id, text }) => {
    const { township, caller, now } = call
    const behind = await ordersBehind(township, id)
    const pending = behind
      .filter(({ state }) => state !== 'closed' && state !== 'fed_back')
      .map(({ number }) => number)
    const set = () => ({ open: false, reply: { text, byName: caller.name, at: now } })
    const step = issueStep('answerIssue', { text, pending, set }, now)
    return { issue: issueView(await takeStep(ISSUES, call, id, step), behind, caller, now) }
  },
})
