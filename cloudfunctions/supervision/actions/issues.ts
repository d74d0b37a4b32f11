import { action } from '../../core/kernel/action'
import { afterCursor, encodeCursor } from '../../core/kernel/cursor'
import { find } from '../../core/store/database'
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
    const direction = done ? 'desc' : 'asc'
    const docs = await find<IssueDocument>(
      'issues',
      afterCursor({ ...scope, open: !done }, 'dueAt', direction, cursor),
      {
        order: [
          ['dueAt', direction],
          ['_id', 'asc'],
        ],
        limit: PAGE,
        projection: { log: 0, out: 0 },
      },
    )
    const last = docs.length === PAGE ? docs.at(-1) : undefined
    return {
      issues: docs.map((doc) => listedIssue(doc, now)),
      next: last ? encodeCursor(last.dueAt, last._id) : null,
    }
  },
})
