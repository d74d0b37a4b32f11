import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { IssueDocument } from '../../core/store/documents/issue'
import { listedIssue } from '../issue-view'
import { issuesInput, issuesOutput } from '../schema/issue'

const PAGE = 30

export const issues = action({
  summary: '群众反映的事：没答复的，最急的在前；匿名的和投诉只有监督看得到',
  by: ['leader', 'supervisor'],
  scope: 'watchedIssues',
  input: issuesInput,
  output: issuesOutput,
  run: async ({ scope, now }, { done = false, cursor }) => {
    const { docs, next } = await page<IssueDocument, 'dueAt'>(
      'issues',
      { ...scope, open: !done },
      {
        field: 'dueAt',
        cursor,
        direction: done ? 'desc' : 'asc',
        size: PAGE,
        projection: { log: 0, out: 0 },
      },
    )
    return {
      issues: docs.map((doc) => listedIssue(doc, now)),
      next,
    }
  },
})
