import { openAction } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { find } from '../../core/store/database'
import type { Account } from '../../core/store/documents/account'
import { businessDate } from '../../../miniprogram/shared/dates'
import { personView } from '../person'
import { peopleInput, peopleOutput } from '../schema'

export const people = openAction({
  summary: '找个人：一个部门或一个村里谁管事、今天在不在、谁替他',
  by: ['public'],
  scope: 'public',
  input: peopleInput,
  output: peopleOutput,
  run: async ({ scope, now }, { departmentId, villageId }) => {
    if (departmentId === undefined && villageId === undefined) {
      throw new AppError('INVALID_INPUT', '请说明要找哪个部门或者哪个村的人。')
    }
    const accounts = await find<Account>('accounts', {
      ...scope,
      ...(departmentId === undefined ? {} : { 'staff.department': departmentId }),
      ...(villageId === undefined ? {} : { 'staff.villageId': villageId }),
    })
    const today = businessDate(now)
    const people = accounts.flatMap((account) => personView(account, today))
    return { people: people.sort((a, b) => (a.id < b.id ? -1 : 1)) }
  },
})
