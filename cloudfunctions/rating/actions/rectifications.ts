import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
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
    const { docs, next } = await page<Rectification, 'urgentAt'>(
      'rectifications',
      { ...scope, open: !closed },
      { field: 'urgentAt', cursor, direction: 'asc', size: PAGE },
    )
    return {
      rectifications: docs.map((doc) => rectificationView(doc, caller, now)),
      next,
    }
  },
})
