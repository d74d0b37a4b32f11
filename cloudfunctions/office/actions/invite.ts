import { action } from '../../core/kernel/action'
import { lookupHash, randomDigits, seal } from '../../core/kernel/crypto'
import { CODE_DIGITS, VALID_HOURS } from '../../core/domain/invitation'
import { createOnce } from '../../core/store/commit'
import type { Invitation } from '../../core/store/documents/staff'
import { profileOf } from '../members/profile'
import { invitationView } from '../members/view'
import { inviteInput, inviteOutput } from '../schema/staff'

export const invite = action({
  summary: '邀请一个人上班：给他一个号，三天内用一次',
  by: ['admin'],
  scope: 'township',
  input: inviteInput,
  output: inviteOutput,
  run: async ({ township, now, caller, request }, { requestId: _, ...post }) => {
    const profile = await profileOf(township, `st-${request.key.slice(0, 12)}`, post)
    const code = randomDigits(CODE_DIGITS)
    const invitation: Invitation = {
      _id: request.key,
      township,
      schema: 1,
      v: 1,
      state: 'open',
      profile,
      code: seal(code),
      codeHash: lookupHash('invitation', code),
      createdAt: now,
      expiresAt: new Date(+now + VALID_HOURS * 3600_000),
      byName: caller.name,
      content: request.content,
      usedBy: null,
      usedKey: null,
    }
    return { invitation: invitationView(await createOnce('invitations', invitation), now) }
  },
})
