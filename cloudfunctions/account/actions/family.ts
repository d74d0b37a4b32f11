import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { hashId } from '../../core/kernel/hash'
import { updateOne } from '../../core/store/database'
import type { FamilyMember } from '../../core/store/documents/account'
import { familyInput, familyOutput } from '../schema'

const MOST = 20

export const family = action({
  summary: '我家里人：替他们约号、交件时不用再写一遍',
  by: ['villager', 'agent'],
  scope: 'self',
  input: familyInput,
  output: familyOutput,
  run: async ({ township, caller }, { add, remove }) => {
    const { account } = caller
    const before = account.family ?? []
    let after = before.filter(({ id }) => id !== remove)
    if (add) {
      const member: FamilyMember = {
        id: hashId('family', caller.id, add.name, add.villageId),
        ...add,
      }
      after = [...after.filter(({ id }) => id !== member.id), member]
    }
    if (after.length > MOST) {
      throw new AppError('INVALID_INPUT', `家里人最多记${String(MOST)}个，先去掉不用的再加。`)
    }
    if (add || remove) {
      const which = { _id: account._id, township, v: account.v }
      if (!(await updateOne('accounts', which, { $set: { family: after }, $inc: { v: 1 } }))) {
        throw new AppError('CONFLICT', '没记上，请再点一次。', { retryable: true })
      }
    }
    return { family: after }
  },
})
