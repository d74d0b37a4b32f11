import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne, updateOne } from '../../core/store/database'
import type { Visit } from '../../core/store/documents/visit'
import { visitIssueInput, visitIssueOutput } from '../schema/visits'
import { EVERYBODY } from '../../core/kernel/roles'
import { visitView } from '../visits/view'

export const visitIssue = action({
  summary: '走访听到的意见登记成了哪件事',
  by: EVERYBODY,
  scope: 'ownVisits',
  input: visitIssueInput,
  output: visitIssueOutput,
  run: async ({ scope }, { id, issueId }) => {
    await updateOne(
      'visits',
      { ...scope, _id: id, issueId: null },
      { $set: { issueId }, $inc: { v: 1 } },
    )
    const doc = await findOne<Visit>('visits', { ...scope, _id: id })
    if (!doc) throw notFound('这次走访')
    return { visit: visitView(doc) }
  },
})
