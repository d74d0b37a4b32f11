import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { detailInput, detailOutput } from '../schema/read'
import { caseView } from '../view'

export const detail = action({
  summary: '办到哪了：谁在办、下一步、最晚哪天、怎么算的',
  by: ['villager', 'agent', 'window', 'cadre', 'leader', 'head', 'supervisor'],
  scope: 'readableCases',
  input: detailInput,
  output: detailOutput,
  run: async ({ scope, caller, now }, { id }) => {
    const doc = await findOne<CaseDocument>('cases', { ...scope, _id: id })
    if (!doc) throw notFound('这件事')
    return { case: caseView(doc, caller, now) }
  },
})
