/** What the administrator changes about somebody at work; kept with who, when and what. */
import type { KnownCall } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { repeatOf } from '../../core/store/commit'
import { updateOne } from '../../core/store/database'
import type { StaffProfile } from '../../core/store/documents/account'
import type { StaffAccount } from '../staff'

/**
 * Sets or takes away a staff profile; it holds from the next call of that person on.
 *
 * @throws AppError `FORBIDDEN` for one's own profile: nobody gives themselves a role.
 */
export async function changeProfile(
  call: KnownCall,
  person: StaffAccount,
  staff: StaffProfile | null,
  text: string,
): Promise<void> {
  const { township, now, caller, request } = call
  if (person._id === caller.id) {
    throw new AppError('FORBIDDEN', '自己的岗位不能自己改。请另一位管理员来改。')
  }
  const log = person.staffLog ?? []
  if (repeatOf(log, request)) return
  const change = { at: now, byName: caller.name, text, ...request }
  const written = await updateOne(
    'accounts',
    { _id: person._id, township, v: person.v },
    { $set: { staff }, $push: { staffLog: change }, $inc: { v: 1 } },
  )
  if (!written) {
    throw new AppError('CONFLICT', '这个人的资料刚刚变了，没有存上。请再存一次。', {
      retryable: true,
    })
  }
}
