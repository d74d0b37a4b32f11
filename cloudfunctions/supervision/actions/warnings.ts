import { action } from '../../core/kernel/action'
import { afterCursor, encodeCursor } from '../../core/kernel/cursor'
import { find } from '../../core/store/database'
import type { WarningDocument } from '../../core/store/documents/warning'
import { warningsInput, warningsOutput } from '../schema/warning'
import { warningView } from '../warning-view'

const PAGE = 50

export const warnings = action({
  summary: '预警：黄色、红色的每一次，怎么算的；本单位看本单位的',
  by: ['agent', 'window', 'cadre', 'leader', 'supervisor'],
  scope: 'recordedAgainst',
  input: warningsInput,
  output: warningsOutput,
  run: async ({ scope, caller }, { cursor }) => {
    const docs = await find<WarningDocument>('warnings', afterCursor(scope, 'at', 'desc', cursor), {
      order: [
        ['at', 'desc'],
        ['_id', 'asc'],
      ],
      limit: PAGE,
    })
    const last = docs.length === PAGE ? docs.at(-1) : undefined
    return {
      warnings: docs.map((doc) => warningView(doc, caller)),
      next: last ? encodeCursor(last.at, last._id) : null,
    }
  },
})
