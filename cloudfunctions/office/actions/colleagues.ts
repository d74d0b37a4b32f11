import { action } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { Account } from '../../core/store/documents/account'
import { colleaguesInput, colleaguesOutput } from '../schema/staff'
import { EVERYBODY } from '../../core/kernel/roles'

/** The limit of the cloud; a large township has some hundred people at work. */
const MOST = 1000

export const colleagues = action({
  summary: '同事名单：请人替岗、换班、排班时选人',
  by: EVERYBODY,
  scope: 'township',
  input: colleaguesInput,
  output: colleaguesOutput,
  run: async ({ scope, caller }) => {
    const accounts = await find<Account>(
      'accounts',
      { ...scope, 'staff.roles': { $in: [...EVERYBODY] } },
      { limit: MOST, projection: { staff: 1 } },
    )
    const others = accounts.flatMap(({ _id, staff }) =>
      staff && _id !== caller.id ? [{ staffId: staff.id, name: staff.name, post: staff.post }] : [],
    )
    return { colleagues: others.sort((a, b) => (a.staffId < b.staffId ? -1 : 1)) }
  },
})
