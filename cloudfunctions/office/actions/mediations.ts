import { action } from '../../core/kernel/action'
import { afterCursor, encodeCursor } from '../../core/kernel/cursor'
import { find } from '../../core/store/database'
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
    const docs = await find<MediationDocument>(
      'mediations',
      afterCursor({ ...scope, open: !done }, 'openedAt', 'desc', cursor),
      {
        order: [
          ['openedAt', 'desc'],
          ['_id', 'asc'],
        ],
        limit: PAGE,
        projection: { log: 0, out: 0, notes: 0 },
      },
    )
    const last = docs.length === PAGE ? docs.at(-1) : undefined
    return {
      mediations: docs.map((doc) => listedMediation(doc, caller)),
      next: last ? encodeCursor(last.openedAt, last._id) : null,
    }
  },
})
