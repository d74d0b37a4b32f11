import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { Account } from '../../core/store/documents/account'
import { changeProfile } from '../members/change'
import { dismissInput, dismissOutput } from '../schema/staff'
import type { StaffAccount } from '../staff'

export const dismiss = action({
  summary: '免职或调走：马上看不到工作上的东西；手上的事留在部门',
  by: ['admin'],
  scope: 'township',
  input: dismissInput,
  output: dismissOutput,
  run: async (call, { staffId, reason }) => {
    const { township, request } = call
    // A repeat finds no staff id any more, but its own entry in the log.
    const account =
      (await findOne<Account>('accounts', { township, 'staff.id': staffId })) ??
      (await findOne<Account>('accounts', { township, 'staffLog.key': request.key }))
    if (!account) throw notFound('这个人')
    const left = account.staff
    await changeProfile(
      call,
      account as StaffAccount,
      null,
      left ? `免去${left.name}（${left.post}）：${reason}` : reason,
    )
    return { dismissed: true }
  },
})
