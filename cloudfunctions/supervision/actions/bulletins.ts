import { action } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { BulletinDocument } from '../../core/store/documents/bulletin'
import { readableBulletins } from '../bulletin/read'
import { bulletinsInput, bulletinsOutput } from '../schema/bulletin'

/** Two years on one page. */
const MOST = 24

export const bulletins = action({
  summary: '有哪几期通报，新的在前；初稿只有领导和监督看得到',
  by: ['leader', 'supervisor', 'cadre', 'window', 'agent'],
  scope: 'township',
  input: bulletinsInput,
  output: bulletinsOutput,
  run: async (call) => ({
    bulletins: await find<Pick<BulletinDocument, 'month' | 'title' | 'state'>>(
      'bulletins',
      readableBulletins(call),
      { order: [['month', 'desc']], limit: MOST, projection: { month: 1, title: 1, state: 1 } },
    ),
  }),
})
