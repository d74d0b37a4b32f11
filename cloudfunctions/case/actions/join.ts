import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { findByCode } from '../../core/kernel/query-code'
import { updateOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { joinInput, joinOutput } from '../schema/intake'

export const join = action({
  summary: '认领：窗口或代办员替我交的事，凭编号和查询码放到我的手机上',
  by: ['villager'],
  scope: 'township',
  input: joinInput,
  output: joinOutput,
  run: async ({ scope, caller, now }, which) => {
    const doc = await findByCode<CaseDocument>('cases', scope, which, now)
    if (doc.ownerId !== caller.id) {
      const free = doc.ownerId === null || doc.ownerId === doc.agentId
      const joined =
        free &&
        (await updateOne(
          'cases',
          { _id: doc._id, township: doc.township, ownerId: doc.ownerId },
          { $set: { ownerId: caller.id } },
        ))
      if (!joined) {
        throw new AppError(
          'CONFLICT',
          '这件事已经在别人的手机上了。要看进度，用编号和查询码查就行；有疑问打便民服务站电话。',
        )
      }
    }
    return { case: { id: doc._id, number: doc.number } }
  },
})
