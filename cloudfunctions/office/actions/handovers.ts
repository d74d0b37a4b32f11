import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { Handover } from '../../core/store/documents/staff'
import { handoverView } from '../handover/handover'
import { handoversInput, handoversOutput } from '../schema/handover'
import { EVERYBODY } from '../../core/kernel/roles'

export const handovers = action({
  summary: '我的交接；领导看全乡的',
  by: EVERYBODY,
  scope: 'involved',
  input: handoversInput,
  output: handoversOutput,
  run: async ({ scope, caller }, { cursor }) => {
    const { docs, next } = await page<Handover, 'createdAt'>('handovers', scope, {
      field: 'createdAt',
      cursor,
    })
    return { handovers: docs.map((doc) => handoverView(doc, caller)), next }
  },
})
