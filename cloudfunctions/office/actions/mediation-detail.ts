import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { MediationDocument } from '../../core/store/documents/mediation'
import { MEDIATIONS, mediationView } from '../mediations'
import { mediationDetailInput, mediationDetailOutput } from '../schema/mediation'

export const mediationDetail = action({
  summary: '一次调解：走到哪一步；当事人和谈的话只有调解员看得到',
  by: ['agent', 'window', 'cadre', 'leader', 'supervisor'],
  scope: 'mediations',
  input: mediationDetailInput,
  output: mediationDetailOutput,
  run: async ({ scope, caller }, { id }) => {
    const doc = await findOne<MediationDocument>('mediations', { ...scope, _id: id })
    if (!doc) throw notFound(MEDIATIONS.what)
    return { mediation: mediationView(doc, caller) }
  },
})
