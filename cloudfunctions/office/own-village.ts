import { AppError, notFound } from '../core/kernel/errors'
import type { Caller } from '../core/kernel/caller'

/** The one village of somebody who is only an agent; null for those who serve them all. */
export function ownVillage({ account: { staff } }: Caller): string | null {
  const isAgentOnly = staff?.roles.every((role) => role === 'agent') ?? true
  return isAgentOnly ? (staff?.villageId ?? '') : null
}

/** Which village is meant: an agent's own when none is named; another agent's is not there. */
export function meantVillage(caller: Caller, villageId: string | undefined): string {
  const own = ownVillage(caller)
  const meant = villageId ?? own
  if (meant === null) throw new AppError('INVALID_INPUT', '请说明是哪个村。')
  if (own !== null && own !== meant) throw notFound('这个村的登记')
  return meant
}
