import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { MediationDocument } from '../../core/store/documents/mediation'
import { listedMediation } from '../mediations'
import { mediationsInput, mediationsOutput } from '../schema/mediation'

const PAGE = 30

export const mediations = action({
  summary: '调解：自己调的看得到姓名，领导和监督只看得到编号和进展',
  by: ['agent', 'window', 'cadre', 'leader', 'supervisor'],
  scope: 'mediations',
  input: mediationsInput,
  output: mediationsOutput,
  run: async ({ scope, caller }, { done = false, cursor }) => {
    const { docs, next } = await page<MediationDocument, 'openedAt'>(
      'mediations',
      { ...scope, open: !done },
      { field: 'openedAt', cursor, size: PAGE, projection: { log: 0, out: 0, notes: 0 } },
    )
    return {
      mediations: docs.map((doc) => listedMediation(doc, caller)),
      next,
    }
  },
})
