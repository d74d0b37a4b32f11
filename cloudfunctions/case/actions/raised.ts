import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import { unseal } from '../../core/kernel/crypto'
import type { IssueDocument } from '../../core/store/documents/issue'
import { raisedView } from '../../supervision/issue-view'
import { raisedInput, raisedOutput } from '../schema/issue'

export const raised = action({
  summary: '我反映的事和答复，新的在前；不写名字的不在这里，凭编号查',
  by: ['villager', 'agent', 'window', 'cadre', 'leader', 'supervisor'],
  scope: 'ownCases',
  input: raisedInput,
  output: raisedOutput,
  run: async ({ scope }, { cursor }) => {
    const { docs, next } = await page<IssueDocument, 'raisedAt'>('issues', scope, {
      field: 'raisedAt',
      cursor,
    })
    return {
      issues: docs.map((doc) => ({ ...raisedView(doc), queryCode: unseal(doc.queryCode) })),
      next,
    }
  },
})
