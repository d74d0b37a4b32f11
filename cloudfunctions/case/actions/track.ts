import { openAction } from '../../core/kernel/action'
import { findByCode } from '../../core/kernel/query-code'
import type { CaseDocument } from '../../core/store/documents/case'
import { trackInput, trackOutput } from '../schema/read'
import { trackedCase } from '../view'

export const track = openAction({
  summary: '凭编号和查询码看进度，不用登录，谁帮着看都行',
  by: ['public'],
  scope: 'public',
  input: trackInput,
  output: trackOutput,
  run: async ({ scope, now }, which) => ({
    case: trackedCase(await findByCode<CaseDocument>('cases', scope, which, now), now),
  }),
})
