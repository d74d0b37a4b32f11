import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { ExportDocument } from '../../core/store/documents/export'
import { exportedInput, exportedOutput } from '../schema/export'

export const exported = action({
  summary: '导出过的台账：谁、哪天、哪些、全名的写的什么原因',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: exportedInput,
  output: exportedOutput,
  run: async ({ scope }, { cursor }) => {
    const { docs, next } = await page<ExportDocument>('exports', scope, { field: 'at', cursor })
    const exports = docs.map(({ _id, at, by, from, to, reason, rows }) => ({
      id: _id,
      at: at.toISOString(),
      byName: by.name,
      from,
      to,
      reason,
      rows,
    }))
    return { exports, next }
  },
})
