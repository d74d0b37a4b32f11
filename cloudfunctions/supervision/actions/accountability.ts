import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { AccountabilityDocument } from '../../core/store/documents/warning'
import { proposalsOf } from '../proposals'
import { accountabilityInput, accountabilityOutput } from '../schema/warning'
import { accountabilityView } from '../warning-view'

const PAGE = 50

export const accountability = action({
  summary: '责任追究：哪些事实还没人定，定了的怎么定的；被追究的只看到自己的',
  by: ['agent', 'window', 'cadre', 'leader', 'supervisor'],
  scope: 'heldToAccount',
  input: accountabilityInput,
  output: accountabilityOutput,
  run: async ({ scope, township, caller, now }, { cursor }) => {
    const decides = caller.roles.includes('leader') || caller.roles.includes('supervisor')
    const [{ docs, next }, proposals] = await Promise.all([
      page<AccountabilityDocument>('accountabilities', scope, { field: 'at', cursor, size: PAGE }),
      decides && cursor === undefined ? proposalsOf(township, now) : [],
    ])
    return {
      proposals,
      records: docs.map((doc) => accountabilityView(doc, caller)),
      next,
    }
  },
})
