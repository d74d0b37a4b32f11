import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { Invitation } from '../../core/store/documents/staff'
import { invitationView } from '../members/view'
import { invitationsInput, invitationsOutput } from '../schema/staff'

export const invitations = action({
  summary: '发出去的邀请，没用的能看号',
  by: ['admin'],
  scope: 'township',
  input: invitationsInput,
  output: invitationsOutput,
  run: async ({ scope, now }, { cursor }) => {
    const { docs, next } = await page<Invitation, 'createdAt'>('invitations', scope, {
      field: 'createdAt',
      cursor,
    })
    return { invitations: docs.map((doc) => invitationView(doc, now)), next }
  },
})
