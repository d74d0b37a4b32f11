import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { Gap } from '../../core/store/documents/staff'
import { gapView } from '../gaps'
import { gapsInput, gapsOutput } from '../schema/handover'

export const gaps = action({
  summary: '没人的窗口，现在的和以前的',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: gapsInput,
  output: gapsOutput,
  run: async ({ scope }, { cursor }) => {
    const { docs, next } = await page<Gap>('gaps', scope, { field: 'at', cursor })
    return { gaps: docs.map(gapView), next }
  },
})
