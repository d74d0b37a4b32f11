import { openAction } from '../../core/kernel/action'
import type { OpenCall } from '../../core/kernel/action'
import { lookupHash } from '../../core/kernel/crypto'
import { AppError } from '../../core/kernel/errors'
import { hashId } from '../../core/kernel/hash'
import { invitationState, MOST_GUESSES } from '../../core/domain/invitation'
import { findOne, updateOne } from '../../core/store/database'
import type { Account } from '../../core/store/documents/account'
import type { Invitation, InvitationGuesses } from '../../core/store/documents/staff'
import { insertNew } from '../../core/store/insert-new'
import { businessDate } from '../../../miniprogram/shared/dates'
import { bindStaffInput, bindStaffOutput } from '../schema'
import { accountView } from '../view'

export const bindStaff = openAction({
  summary: '用管理员给的号登记上班；一个号只能用一次，三天内有效',
  by: ['wechat'],
  scope: 'self',
  input: bindStaffInput,
  output: bindStaffOutput,
  run: async (call, { invitation: code }) => {
    const { township, now } = call
    const codeHash = lookupHash('invitation', code)
    const [found, guesses] = await Promise.all([
      findOne<Invitation>('invitations', { township, codeHash }),
      findOne<InvitationGuesses>('guesses', { _id: guessesId(call), township }),
    ])
    const tried = guesses?.day === businessDate(now) ? guesses.count : 0
    if (tried >= MOST_GUESSES) {
      throw new AppError('RATE_LIMITED', '今天输错太多次了，明天再试，或者请管理员看看号对不对。')
    }
    if (!found || !isFor(found, call)) throw await wrongCode(call, guesses)
    if (call.caller?.account.staff && found.state === 'open') {
      throw new AppError('CONFLICT', '这个微信已经登记上班了。要换岗位，请管理员在人员里改。')
    }
    await claim(call, found)
    await bind(call, found)
    const account = await findOne<Account>('accounts', { _id: call.accountId, township })
    if (!account) throw new AppError('CONFLICT', '没登记上，请再点一次。', { retryable: true })
    return { account: accountView(account) }
  },
})

/** Open, or used by this very request before. */
const isFor = (invitation: Invitation, { now, accountId, request }: OpenCall): boolean =>
  invitationState(invitation, now) === 'open' ||
  (invitation.usedBy === accountId && invitation.usedKey === request.key)

/** One conditional write decides who has it. */
async function claim({ township, accountId, request }: OpenCall, invitation: Invitation) {
  if (invitation.state === 'used') return
  const used = { state: 'used', usedBy: accountId, usedKey: request.key }
  const claimed = await updateOne(
    'invitations',
    { _id: invitation._id, township, state: 'open' },
    { $set: used, $inc: { v: 1 } },
  )
  if (!claimed) throw new AppError('CONFLICT', '这个号刚刚有人用了。请管理员再给一个。')
}

async function bind(call: OpenCall, { profile, byName }: Invitation): Promise<void> {
  const { township, accountId, openid, now, request } = call
  const change = { at: now, byName, text: `用邀请登记上班：${profile.post}`, ...request }
  const fresh: Account = {
    _id: accountId,
    township,
    schema: 1,
    v: 1,
    openid,
    resident: null,
    staff: profile,
    staffLog: [change],
  }
  if (!(await insertNew('accounts', fresh))) {
    await updateOne(
      'accounts',
      { _id: accountId, township, 'staffLog.key': { $ne: request.key } },
      { $set: { staff: profile }, $push: { staffLog: change }, $inc: { v: 1 } },
    )
  }
}

const guessesId = ({ accountId }: OpenCall): string => hashId('guesses', accountId)

/** Counts a wrong code of this person on this day. */
async function wrongCode(call: OpenCall, before: InvitationGuesses | null): Promise<AppError> {
  const { township, now } = call
  const day = businessDate(now)
  const ledger = { _id: guessesId(call), township }
  if (before) {
    await updateOne(
      'guesses',
      ledger,
      before.day === day ? { $inc: { count: 1 } } : { $set: { day, count: 1 } },
    )
  } else {
    const first: InvitationGuesses = { ...ledger, schema: 1, day, count: 1 }
    // The same person guesses on two phones: one count less does not matter.
    await insertNew('guesses', first)
  }
  return new AppError('NOT_FOUND', '这个号不对，或者过期、用过了。请管理员再看一遍，或者再给一个。')
}
