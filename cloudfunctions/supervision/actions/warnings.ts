import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
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
    const { docs, next } = await page<WarningDocument>('warnings', scope, {
      field: 'at',
      cursor,
      size: PAGE,
    })
    return {
      warnings: docs.map((doc) => warningView(doc, caller)),
      next,
    }
  },
})
