import { openAction } from '../../core/kernel/action'
import type { OpenCall } from '../../core/kernel/action'
import { sealContact } from '../../core/kernel/contact'
import { lookupHash, seal } from '../../core/kernel/crypto'
import { AppError } from '../../core/kernel/errors'
import { otherContent } from '../../core/store/commit'
import { findOne, updateOne } from '../../core/store/database'
import type { Account, ResidentProfile } from '../../core/store/documents/account'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import { insertNew } from '../../core/store/insert-new'
import type * as z from 'zod'
import { bindResidentInput, bindResidentOutput } from '../schema'
import { accountView } from '../view'

type Input = z.infer<typeof bindResidentInput>

export const bindResident = openAction({
  summary: '登记姓名和村。身份证号可以不填，电话也可以不留',
  by: ['wechat'],
  scope: 'self',
  input: bindResidentInput,
  output: bindResidentOutput,
  run: async (call, input) => {
    if (input.consent !== true) {
      throw new AppError(
        'CONSENT_REQUIRED',
        '要您同意我们存下姓名、村和联系方式，才能登记。不同意也能办：打电话或找村代办员。',
      )
    }
    const first = call.caller?.account.resident
    if (first?.key === call.request.key) {
      if (first.content !== call.request.content) throw otherContent()
    } else {
      await checkVillage(call.township, input.villageId)
      await store(call, residentOf(call, input))
    }
    const account = await findOne<Account>('accounts', {
      _id: call.accountId,
      township: call.township,
    })
    if (!account) throw new AppError('CONFLICT', '没登记上，请再点一次。', { retryable: true })
    return { account: accountView(account) }
  },
})

async function checkVillage(township: string, villageId: string): Promise<void> {
  const village = await findOne<PlaceDocument>('places', {
    _id: `${township}:place:${villageId}`,
    township,
    kind: 'village',
  })
  if (!village) {
    throw new AppError('INVALID_INPUT', '没有这个村，请从列表里选您的村。', {
      fields: { villageId: '请从列表里选您的村' },
    })
  }
}

function residentOf({ now, request }: OpenCall, input: Input): ResidentProfile {
  return {
    name: input.name,
    villageId: input.villageId,
    contact: sealContact(input.contact),
    idNumber: input.idNumber === undefined ? null : seal(input.idNumber),
    idHash: input.idNumber === undefined ? null : lookupHash('id', input.idNumber),
    consentAt: now,
    key: request.key,
    content: request.content,
  }
}

/** Registers anew, or writes over what the same person registered before. */
async function store(
  { township, openid, accountId, caller }: OpenCall,
  resident: ResidentProfile,
): Promise<void> {
  const change = { $set: { resident }, $inc: { v: 1 } }
  if (caller) {
    await updateOne('accounts', { _id: accountId, township }, change)
    return
  }
  const account: Account = {
    _id: accountId,
    township,
    schema: 1,
    v: 1,
    openid,
    resident,
    staff: null,
  }
  if (!(await insertNew('accounts', account))) {
    await updateOne('accounts', { _id: accountId, township }, change)
  }
}
