import { action } from '../../core/kernel/action'
import { changeProfile } from '../members/change'
import { profileOf } from '../members/profile'
import { memberView } from '../members/view'
import { editStaffInput, editStaffOutput } from '../schema/staff'
import { findStaff } from '../staff'

export const editStaff = action({
  summary: '改一个人的岗位、身份、窗口、电话、AB岗',
  by: ['admin'],
  scope: 'township',
  input: editStaffInput,
  output: editStaffOutput,
  run: async (call, { staffId, requestId: _, ...post }) => {
    const { township } = call
    const [person, profile] = await Promise.all([
      findStaff(township, staffId),
      profileOf(township, staffId, post),
    ])
    const before = person.staff
    await changeProfile(call, person, profile, `原来：${before.post}，${before.roles.join('、')}`)
    const [member] = memberView(await findStaff(township, staffId))
    if (!member) throw new Error('a profile that was just written is gone')
    return { member }
  },
})
