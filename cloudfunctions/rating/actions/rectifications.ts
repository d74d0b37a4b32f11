import { action } from '../../core/kernel/action'
import { afterCursor, encodeCursor } from '../../core/kernel/cursor'
import { find } from '../../core/store/database'
import type { Rectification } from '../../core/store/documents/rectification'
import { rectificationView } from '../rectification'
import { rectificationsInput, rectificationsOutput } from '../schema'

const PAGE = 50

export const rectifications = action({
  summary: '差评整改和抽查回访：要打电话的、要整改的、站长在管的，最急的在前',
  by: ['window', 'cadre', 'leader', 'supervisor'],
  scope: 'rectifications',
  input: rectificationsInput,
  output: rectificationsOutput,
  run: async ({ scope, caller, now }, { closed = false, cursor }) => {
    const docs = await find<Rectification>(
      'rectifications',
      afterCursor({ ...scope, open: !closed }, 'urgentAt', 'asc', cursor),
      {
        order: [
          ['urgentAt', 'asc'],
          ['_id', 'asc'],
        ],
        limit: PAGE,
      },
    )
    const last = docs.length === PAGE ? docs.at(-1) : undefined
    return {
      rectifications: docs.map((doc) => rectificationView(doc, caller, now)),
      next: last ? encodeCursor(last.urgentAt, last._id) : null,
    }
  },
})
