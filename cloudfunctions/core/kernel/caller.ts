/**
 * Who is calling. The openid comes from the cloud's context, never from the request; the account is
 * read on every call, so that a dismissal takes effect at once.
 */
import type { Account, Cover, StaffProfile, StaffRole } from '../store/documents/account'
import type { CaseDocument } from '../store/documents/case'
import type { Relation } from '../domain/flows/flow'
import { holdsOn } from '../domain/whereabouts'
import { businessDate } from '../../../miniprogram/shared/dates'
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
  /** 替岗: for whom this person stands in today. */
  readonly covers: readonly Cover[]
}

/** Reads the caller's account: one round trip. Null for somebody who is not registered here. */
export async function findCaller(
  township: string,
  openid: string,
  now: Date,
): Promise<Caller | null> {
  const id = accountId(township, openid)
  const account = await findOne<Account>('accounts', { _id: id, township })
  return account ? callerOf(account, now) : null
}

export function callerOf(account: Account, now: Date): Caller {
  const today = businessDate(now)
  return {
    id: account._id,
    openid: account.openid,
    roles: rolesOf(account),
    account,
    name: account.staff?.name ?? account.resident?.name ?? '',
    covers: account.staff ? (account.covers ?? []).filter((cover) => holdsOn(cover, today)) : [],
  }
}

export const rolesOf = ({ resident, staff }: Account): Role[] => [
  ...(resident ? ['villager' as const] : []),
  ...(staff?.roles ?? []),
]

/**
 * The departments whose matters this person handles at the window or in the office, with those of
 * whoever handed over to them.
 */
export function unitsOf({ account: { staff }, covers }: Caller): readonly string[] {
  if (!staff || !handles(staff)) return []
  return [...new Set([...staff.units, ...covers.flatMap(({ units }) => units)])]
}

/** Windows and cadres handle matters; leaders, supervisors and the administrator do not. */
export const handles = ({ roles }: StaffProfile): boolean =>
  roles.some((role) => role === 'window' || role === 'cadre')

/** As whose agent this person carries matters: their own, and those of the agents they stand in for. */
export const agentsFor = ({ id, covers }: Caller): readonly string[] => [
  id,
  ...covers.map(({ account }) => account),
]

/** What a caller is to every matter of the township, by role alone. */
export const leadingRelations = ({ roles }: Caller): Relation[] =>
  (['leader', 'head', 'supervisor'] as const).filter((role) => roles.includes(role))

/** What a case says about whose it is. */
export type CaseConcern = Pick<
  CaseDocument,
  'ownerId' | 'agentId' | 'unit' | 'conflicts' | 'transfer' | 'partners'
>

/**
 * What the caller is to this case. Whoever declared a conflict of interest does not handle it, at
 * whichever department; a department that has given its opinion is no longer asked.
 */
export function relationsTo(caller: Caller, matter: CaseConcern): Relation[] {
  const units = unitsOf(caller)
  const inConflict = matter.conflicts.includes(caller.id)
  const asked = matter.transfer?.state === 'asked' ? matter.transfer.unit : null
  const facts: Readonly<Partial<Record<Relation, boolean>>> = {
    owner: matter.ownerId === caller.id,
    agent: matter.agentId !== null && agentsFor(caller).includes(matter.agentId),
    handler: units.includes(matter.unit) && !inConflict,
    partner:
      matter.partners.some(({ unit, opinion }) => opinion === null && units.includes(unit)) &&
      !inConflict,
    receiver: asked !== null && units.includes(asked) && !inConflict,
  }
  const own = (Object.keys(facts) as Relation[]).filter((relation) => facts[relation])
  return [...own, ...leadingRelations(caller)]
}
