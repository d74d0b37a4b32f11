import { openAction } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { businessDate } from '../../../miniprogram/shared/dates'
import { publicizedInput, publicizedOutput } from '../schema/joint'

const MOST = 100

export const publicized = openAction({
  summary: '公示栏：正在公示的事，只有法律要求公开的几项，到期就没有了',
  by: ['public'],
  scope: 'public',
  input: publicizedInput,
  output: publicizedOutput,
  run: async ({ scope, now }) => {
    const docs = await find<CaseDocument>(
      'cases',
      { ...scope, 'publicity.ended': false, 'publicity.until': { $gte: businessDate(now) } },
      { order: [['publicity.until', 'asc']], limit: MOST },
    )
    return {
      notices: docs.flatMap(({ publicity, ...doc }) =>
        publicity
          ? [
              {
                number: doc.number,
                itemName: doc.itemName,
                unitName: doc.unitName,
                unitPhone: doc.unitPhone,
                villageId: doc.villageId,
                from: publicity.from,
                until: publicity.until,
                fields: publicity.fields,
              },
            ]
          : [],
      ),
      next: null,
    }
  },
})
