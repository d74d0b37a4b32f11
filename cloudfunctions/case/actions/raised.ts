import { action } from '../../core/kernel/action'
import { afterCursor, encodeCursor } from '../../core/kernel/cursor'
import { unseal } from '../../core/kernel/crypto'
import { find } from '../../core/store/database'
import type { IssueDocument } from '../../core/store/documents/issue'
import { raisedView } from '../../supervision/issue-view'
import { raisedInput, raisedOutput } from '../schema/issue'

const PAGE = 20

export const raised = action({
  summary: '我反映的事和答复，新的在前；不写名字的不在这里，凭编号查',
  by: ['villager', 'agent', 'window', 'cadre', 'leader', 'supervisor'],
  scope: 'ownCases',
  input: raisedInput,
  output: raisedOutput,
  run: async ({ scope }, { cursor }) => {
    const docs = await find<IssueDocument>(
      'issues',
      afterCursor(scope, 'raisedAt', 'desc', cursor),
      {
        order: [
          ['raisedAt', 'desc'],
          ['_id', 'asc'],
        ],
        limit: PAGE,
      },
    )
    const last = docs.length === PAGE ? docs.at(-1) : undefined
    return {
      issues: docs.map((doc) => ({ ...raisedView(doc), queryCode: unseal(doc.queryCode) })),
      next: last ? encodeCursor(last.raisedAt, last._id) : null,
    }
  },
})
