import { action } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { Account } from '../../core/store/documents/account'
import { memberView } from '../members/view'
import { EVERYBODY } from '../../core/kernel/roles'
import { staffInput, staffOutput } from '../schema/staff'

/** Ten times a large township; the limit of the cloud. */
const MOST = 1000

export const staff = action({
  summary: '人员：谁在哪个岗位、什么身份、改过什么',
  by: ['admin', 'leader', 'supervisor'],
  scope: 'township',
  input: staffInput,
  output: staffOutput,
  run: async ({ scope }) => {
    const accounts = await find<Account>(
      'accounts',
      { ...scope, 'staff.roles': { $in: [...EVERYBODY] } },
      { limit: MOST, projection: { staff: 1, staffLog: 1 } },
    )
    const members = accounts.flatMap(memberView)
    return { staff: members.sort((a, b) => (a.staffId < b.staffId ? -1 : 1)) }
  },
})
