import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { Visit } from '../../core/store/documents/visit'
import { visitsInput, visitsOutput } from '../schema/visits'
import { EVERYBODY } from '../../core/kernel/roles'
import { visitView } from '../visits/view'

export const visits = action({
  summary: '我的走访记录；领导看全乡的',
  by: EVERYBODY,
  scope: 'ownVisits',
  input: visitsInput,
  output: visitsOutput,
  run: async ({ scope }, { cursor }) => {
    const { docs, next } = await page<Visit>('visits', scope, { field: 'at', cursor })
    return { visits: docs.map(visitView), next }
  },
})
