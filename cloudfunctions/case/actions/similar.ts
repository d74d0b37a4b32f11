import { action } from '../../core/kernel/action'
import { APPLICATION_STATES } from '../../core/domain/flows/application'
import { find } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { similarInput, similarOutput } from '../schema/intake'

const MOST = 5

export const similar = action({
  summary: '有没有重的：同一个村、同一个人、同一件事还在办的，给窗口看一眼，不拦着收',
  by: ['window', 'cadre', 'agent'],
  scope: 'township',
  input: similarInput,
  output: similarOutput,
  run: async ({ scope }, { code, name, villageId }) => {
    const docs = await find<CaseDocument>(
      'cases',
      { ...scope, open: true, itemCode: code, villageId, 'applicant.name': name },
      { limit: MOST },
    )
    return {
      cases: docs.map(({ number, state, receivedOn }) => ({
        number,
        status: state,
        statusText: APPLICATION_STATES[state],
        receivedOn,
      })),
    }
  },
})
