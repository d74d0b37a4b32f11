import { openAction } from '../../core/kernel/action'
import { findByCode } from '../../core/kernel/query-code'
import type { IssueDocument } from '../../core/store/documents/issue'
import { raisedView } from '../../supervision/issue-view'
import { trackIssueInput, trackIssueOutput } from '../schema/issue'

export const trackIssue = openAction({
  summary: '凭编号和查询码看反映的事有没有答复，不用登录',
  by: ['public'],
  scope: 'public',
  input: trackIssueInput,
  output: trackIssueOutput,
  run: async ({ scope, now }, which) => ({
    issue: raisedView(await findByCode<IssueDocument>('issues', scope, which, now)),
  }),
})
