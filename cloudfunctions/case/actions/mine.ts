import { action } from '../../core/kernel/action'
import { afterCursor, encodeCursor } from '../../core/kernel/cursor'
import { find } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { mineInput, mineOutput } from '../schema/read'
import { listedOf } from '../view'

const PAGE = 20

export const mine = action({
  summary: '我交的事，新的在前',
  by: ['villager', 'agent'],
  scope: 'ownCases',
  input: mineInput,
  output: mineOutput,
  run: async ({ scope, caller }, { cursor }) => {
    const docs = await find<CaseDocument>(
      'cases',
      afterCursor(scope, 'receivedAt', 'desc', cursor),
      {
        order: [
          ['receivedAt', 'desc'],
          ['_id', 'asc'],
        ],
        limit: PAGE,
      },
    )
    const last = docs.length === PAGE ? docs.at(-1) : undefined
    return {
      cases: docs.map((doc) => listedOf(doc, caller)),
      next: last ? encodeCursor(last.receivedAt, last._id) : null,
    }
  },
})
