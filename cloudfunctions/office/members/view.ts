import { unseal } from '../../core/kernel/crypto'
import { invitationState } from '../../core/domain/invitation'
import type { Account } from '../../core/store/documents/account'
import type { Invitation } from '../../core/store/documents/staff'

/** Somebody at work as the administrator sees them; what they do as a villager is not there. */
export function memberView({ staff, staffLog = [] }: Account) {
  if (!staff) return []
  const { id, abPost = 'A', ...post } = staff
  const changes = [...staffLog]
    .reverse()
    .map(({ at, byName, text }) => ({ at: at.toISOString(), byName, text }))
  return [{ ...post, staffId: id, abPost, changes }]
}

/** The code is shown only while it can be used. */
export function invitationView(invitation: Invitation, now: Date) {
  const state = invitationState(invitation, now)
  return {
    id: invitation._id,
    name: invitation.profile.name,
    post: invitation.profile.post,
    state,
    code: state === 'open' ? unseal(invitation.code) : null,
    expiresAt: invitation.expiresAt.toISOString(),
  }
}
