import type { KnownCall } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import type { Month } from '../../core/domain/bulletin/text'
import { findOne } from '../../core/store/database'
import type { Query } from '../../core/store/database'
import type { BulletinDocument } from '../../core/store/documents/bulletin'
import { bulletinId, refuseUnlessOver } from './step'

/** Leaders and supervisors see drafts; everybody else at work sees what is published. */
export function readableBulletins({ scope, caller }: KnownCall): Query {
  const sees = caller.roles.includes('leader') || caller.roles.includes('supervisor')
  return sees ? scope : { ...scope, state: 'published' }
}

export async function readBulletin(call: KnownCall, month: Month): Promise<BulletinDocument> {
  refuseUnlessOver(month, call.now)
  const id = bulletinId(call.township, month)
  const doc = await findOne<BulletinDocument>('bulletins', { ...readableBulletins(call), _id: id })
  if (!doc) throw notFound('这个月的通报')
  return doc
}
