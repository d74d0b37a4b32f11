/** 人员: invitations, roles, posts, dismissal. */
import * as z from 'zod'
import {
  cursor,
  documentId,
  filledText,
  nextCursor,
  personName,
  requestId,
} from '../../core/kernel/schemas'

const role = z.enum(['agent', 'window', 'cadre', 'leader', 'head', 'supervisor', 'admin'])

const post = z.object({
  name: personName,
  post: filledText(30),
  roles: z.array(role).min(1, '至少选一个身份').max(6),
  department: z.string().max(20).nullable(),
  villageId: z.string().max(20).nullable(),
  window: z.string().max(20).nullable(),
  phone: z.string().regex(/^[\d -]{7,20}$/, '电话只能有数字、空格和横杠'),
  abPost: z.enum(['A', 'B']),
})

const member = post.extend({
  staffId: z.string(),
  departmentName: z.string().nullable(),
  /** What was changed and by whom, the latest first. */
  changes: z.array(z.object({ at: z.string(), byName: z.string(), text: z.string() })),
})

export const staffInput = z.object({})
export const staffOutput = z.object({ staff: z.array(member) })

/** Everybody at work but oneself; no phones, no roles. */
export const colleaguesInput = z.object({})
export const colleaguesOutput = z.object({
  colleagues: z.array(z.object({ staffId: z.string(), name: z.string(), post: z.string() })),
})

const invitation = z.object({
  id: z.string(),
  name: z.string(),
  post: z.string(),
  state: z.enum(['open', 'used', 'withdrawn', 'expired']),
  /** Shown while it can be used. */
  code: z.string().nullable(),
  expiresAt: z.string(),
})

export const inviteInput = post.extend({ requestId })
export const inviteOutput = z.object({ invitation })

export const invitationsInput = z.object({ cursor: cursor.optional() })
export const invitationsOutput = z.object({ invitations: z.array(invitation), next: nextCursor })

export const withdrawInvitationInput = z.object({ id: documentId, requestId })
export const withdrawInvitationOutput = inviteOutput

export const editStaffInput = post.extend({ staffId: z.string().min(1).max(40), requestId })
export const editStaffOutput = z.object({ member })

export const dismissInput = z.object({
  staffId: z.string().min(1).max(40),
  reason: filledText(100),
  requestId,
})
export const dismissOutput = z.object({ dismissed: z.boolean() })
