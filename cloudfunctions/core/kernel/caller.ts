/**
 * Who is calling. The openid comes from the cloud's context, never from the request; the account is
 * read on every call, so that a dismissal takes effect at once.
 */
import type { Account, StaffProfile, StaffRole } from '../store/documents/account'
import type { CaseDocument } from '../store/documents/case'
import type { Relation } from '../domain/flows/flow'
import { findOne } from '../store/database'
import { accountId } from './hash'

export type Role = 'villager' | StaffRole

export interface Caller {
  readonly id: string
  readonly openid: string
  readonly roles: readonly Role[]
  readonly account: Account
  /** The name that the log shows. */
  readonly name: string
}

/** Reads the caller's account: one round trip. Null for somebody who is not registered here. */
export async function findCaller(township: string, openid: string): Promise<Caller | null> {
  const id = accountId(township, openid)
  const account = await findOne<Account>('accounts', { _id: id, township })
  return account ? callerOf(account) : null
}

export function callerOf(account: Account): Caller {
  return {
    id: account._id,
    openid: account.openid,
    roles: [...(account.resident ? ['villager' as const] : []), ...(account.staff?.roles ?? [])],
    account,
    name: account.staff?.name ?? account.resident?.name ?? '',
  }
}

/** The departments whose matters this person handles at the window or in the office. */
export function unitsOf(staff: StaffProfile | null): readonly string[] {
  const handles = staff?.roles.some((role) => role === 'window' || role === 'cadre')
  return handles ? (staff?.units ?? []) : []
}

/** What the caller is to this matter. */
export function relationsTo(
  caller: Caller,
  matter: Pick<CaseDocument, 'ownerId' | 'agentId' | 'unit'>,
): Relation[] {
  const relations: Relation[] = []
  if (matter.ownerId === caller.id) relations.push('owner')
  if (matter.agentId === caller.id) relations.push('agent')
  if (unitsOf(caller.account.staff).includes(matter.unit)) relations.push('handler')
  if (caller.roles.includes('leader')) relations.push('leader')
  if (caller.roles.includes('supervisor')) relations.push('supervisor')
  return relations
}
