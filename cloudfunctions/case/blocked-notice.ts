/** 一次性告知: a second notice without a reason is refused, and that it was tried is recorded. */
import type { KnownCall } from '../core/kernel/action'
import { AppError } from '../core/kernel/errors'
import { findOne } from '../core/store/database'
import type { BlockedNotice } from '../core/store/documents/blocked-notice'
import type { CaseDocument } from '../core/store/documents/case'
import { insertNew } from '../core/store/insert-new'

type Asked = readonly { readonly key: string; readonly name?: string | undefined }[]

/** Takes the step; when it is refused as a second notice, records that before saying so. */
export async function orRecordBlocked<Answer>(
  call: KnownCall,
  caseId: string,
  asked: Asked,
  step: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await step()
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOTICE_ALREADY_GIVEN') {
      await record(call, caseId, asked)
    }
    throw error
  }
}

/** Once per request: a tap that came twice is one attempt. */
async function record(call: KnownCall, caseId: string, asked: Asked): Promise<void> {
  const { scope, township, caller, now, request } = call
  const doc = await findOne<CaseDocument>('cases', { ...scope, _id: caseId })
  if (!doc) return
  const blocked: BlockedNotice = {
    _id: request.key,
    township,
    schema: 1,
    caseId,
    number: doc.number,
    itemName: doc.itemName,
    unit: doc.unit,
    unitName: doc.unitName,
    villageId: doc.villageId,
    at: now,
    by: { account: caller.id, name: caller.name },
    papers: asked.map(
      ({ key, name }) => name ?? doc.materials.find((one) => one.key === key)?.name ?? key,
    ),
    content: request.content,
  }
  await insertNew('blockedNotices', blocked)
}
