import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { IssueDocument } from '../../core/store/documents/issue'
import { ordersBehind } from '../../core/store/orders'
import { issueView } from '../issue-view'
import { ISSUES } from '../issues'
import { issueDetailInput, issueDetailOutput } from '../schema/issue'

export const issueDetail = action({
  summary: '一件反映的事：说了什么、交办给谁、答复了没有',
  by: ['leader', 'supervisor'],
  scope: 'watchedIssues',
  input: issueDetailInput,
  output: issueDetailOutput,
  run: async ({ scope, township, caller, now }, { id }) => {
    const [doc, behind] = await Promise.all([
      findOne<IssueDocument>('issues', { ...scope, _id: id }),
      ordersBehind(township, id),
    ])
    if (!doc) throw notFound(ISSUES.what)
    return { issue: issueView(doc, behind, caller, now) }
  },
})
