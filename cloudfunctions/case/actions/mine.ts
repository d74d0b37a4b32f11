import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { CaseDocument } from '../../core/store/documents/case'
import { mineInput, mineOutput } from '../schema/read'
import { listedOf } from '../view'

export const mine = action({
  summary: '我交的事，新的在前',
  by: ['villager', 'agent'],
  scope: 'ownCases',
  input: mineInput,
  output: mineOutput,
  run: async ({ scope, caller }, { cursor }) => {
    const { docs, next } = await page<CaseDocument, 'receivedAt'>('cases', scope, {
      field: 'receivedAt',
      cursor,
    })
    return {
      cases: docs.map((doc) => listedOf(doc, caller)),
      next,
    }
  },
})
