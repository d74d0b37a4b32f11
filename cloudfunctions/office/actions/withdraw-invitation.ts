import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { findOne, updateOne } from '../../core/store/database'
import type { Invitation } from '../../core/store/documents/staff'
import { invitationView } from '../members/view'
import { withdrawInvitationInput, withdrawInvitationOutput } from '../schema/staff'

export const withdrawInvitation = action({
  summary: '收回邀请，号马上没用',
  by: ['admin'],
  scope: 'township',
  input: withdrawInvitationInput,
  output: withdrawInvitationOutput,
  run: async ({ scope, now }, { id }) => {
    await updateOne(
      'invitations',
      { ...scope, _id: id, state: 'open' },
      { $set: { state: 'withdrawn' }, $inc: { v: 1 } },
    )
    const invitation = await findOne<Invitation>('invitations', { ...scope, _id: id })
    if (!invitation) throw notFound('这个邀请')
    if (invitation.state === 'used') {
      throw new AppError('ACTION_NOT_ALLOWED', '这个号已经用过了。不让他上班，去人员里点“免职”。')
    }
    return { invitation: invitationView(invitation, now) }
  },
})
