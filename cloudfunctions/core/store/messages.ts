/** The in-app inbox, the people behind a notice, and the ledger of WeChat permits. */
import { onPost, tellFirst } from '../domain/posts'
import type { AbPost } from '../domain/posts'
import type { DutyKind } from '../domain/roster'
import { presenceOn } from '../domain/whereabouts'
import { businessDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import type { CollectionName } from './collections'
import type { Duty } from './documents/staff'
import type { Account, StaffRole } from './documents/account'
import type { Recipient, Stored } from './documents/matter'
import type { Message, Permits } from './documents/message'
import { find, findOne, updateMany, updateOne } from './database'
import type { Query } from './database'
import { insertNew } from './insert-new'
import type { SendOutcome } from '../wechat/port'
import type { TemplateKey } from '../wechat/templates'

export interface Person {
  readonly accountId: string
  readonly openid: string
}

/**
 * The people behind a recipient: an account, a post of a unit (A first, B when A is away), the leader
 * of the day. Where nobody is appointed it goes to the leaders, never into the void.
 */
export async function peopleOf(township: string, to: Recipient, now: Date): Promise<Person[]> {
  if ('account' in to) {
    const account = await findOne<Account>('accounts', { _id: to.account, township })
    return account ? [personOf(account)] : []
  }
  if ('role' in to) return withRole(township, to.role)
  if ('agentOf' in to) return agentsOf(township, to.agentOf)
  const appointed = await ('duty' in to
    ? onDuty(township, to.duty, businessDate(now))
    : ofUnit(township, to, businessDate(now)))
  return appointed.length > 0 ? appointed : withRole(township, 'leader')
}

/** A department's cadres and its window; the A post is told first. */
async function ofUnit(
  township: string,
  { unit, post }: { readonly unit: string; readonly post?: AbPost },
  today: BusinessDate,
): Promise<Person[]> {
  const accounts = await find<Account>('accounts', {
    township,
    'staff.units': unit,
    'staff.roles': { $in: ['cadre', 'window'] },
  })
  const people = accounts.map((account) => {
    const said = presenceOn(account, today)
    return {
      account: account._id,
      abPost: account.staff?.abPost ?? 'A',
      away: said !== null && said.state !== 'in',
      standIn: said?.substitute?.account ?? null,
    }
  })
  const told = post ? onPost(people, post).map(({ account }) => account) : tellFirst(people)
  const known = accounts.filter(({ _id }) => told.includes(_id)).map(personOf)
  const others = told.filter((id) => !known.some(({ accountId }) => accountId === id))
  return [...known, ...(await staffAmong(township, others))]
}

/** Those of these accounts whose owners still work here. */
async function staffAmong(township: string, ids: readonly string[]): Promise<Person[]> {
  const accounts = await Promise.all(
    ids.map((_id) => findOne<Account>('accounts', { _id, township })),
  )
  return accounts.flatMap((account) => (account?.staff ? [personOf(account)] : []))
}

async function onDuty(township: string, kind: DutyKind, date: BusinessDate): Promise<Person[]> {
  const duties = await find<Duty>('duties', { township, date, kind })
  return staffAmong(
    township,
    duties.map(({ staff }) => staff.account),
  )
}

/** 代办员 of a village; a village without one goes to the leaders. */
async function agentsOf(township: string, villageId: string): Promise<Person[]> {
  const agents = await find<Account>('accounts', {
    township,
    'staff.villageId': villageId,
    'staff.roles': 'agent',
  })
  return agents.length > 0 ? agents.map(personOf) : withRole(township, 'leader')
}

async function withRole(township: string, role: StaffRole): Promise<Person[]> {
  const accounts = await find<Account>('accounts', { township, 'staff.roles': role })
  return accounts.map(personOf)
}

const personOf = (account: Account): Person => ({
  accountId: account._id,
  openid: account.openid,
})

export type Claim = 'mine' | 'waiting' | 'claimed by another' | 'settled'

/**
 * Puts a message into the inbox and claims its sending, exactly once however often it is called.
 * `waiting` means: in the inbox, not to be sent yet.
 */
export async function claimMessage(message: Message, ripe: boolean): Promise<Claim> {
  if (await insertNew('messages', message)) return ripe ? 'mine' : 'waiting'
  if (!ripe) return 'waiting'
  const { _id, township } = message
  const claimed = await updateOne(
    'messages',
    { _id, township, delivery: 'waiting' },
    { $set: { delivery: 'claimed' } },
  )
  if (claimed) return 'mine'
  const there = await findOne<Message>('messages', { _id, township })
  return there?.delivery === 'claimed' ? 'claimed by another' : 'settled'
}

/** Writes down what became of a claimed message. */
export async function settleMessage(
  { _id, township }: Pick<Message, '_id' | 'township'>,
  delivery: Message['delivery'],
): Promise<void> {
  await updateOne('messages', { _id, township, delivery: 'claimed' }, { $set: { delivery } })
}

/** Takes a delivered notice out of the document that caused it. */
export async function pullNotice(
  collection: CollectionName,
  { _id, township }: Pick<Stored, '_id' | 'township'>,
  noticeId: string,
): Promise<void> {
  await updateOne(collection, { _id, township }, { $pull: { out: { id: noticeId } } })
}

/** Keeps the estimate of permits left: one less after a send, none after a refusal. */
export async function recordPermit(
  township: string,
  accountId: string,
  template: TemplateKey,
  outcome: SendOutcome,
): Promise<void> {
  const field = `counts.${template}`
  const ledger = { _id: accountId, township }
  if (outcome === 'sent') {
    await updateOne('permits', { ...ledger, [field]: { $gt: 0 } }, { $inc: { [field]: -1 } })
  } else if (outcome === 'refused') {
    await updateOne('permits', { ...ledger, [field]: { $gt: 0 } }, { $set: { [field]: 0 } })
  }
}

/** Adds accepted permits, once per request however often it is repeated. */
export async function addPermits(
  township: string,
  accountId: string,
  accepted: readonly TemplateKey[],
  requestKey: string,
): Promise<Permits> {
  const ledger = { _id: accountId, township }
  const each = (prefix: string) => accepted.map((key) => [`${prefix}${key}`, 1] as const)
  await updateOne(
    'permits',
    { ...ledger, lastKey: { $ne: requestKey } },
    { $inc: { v: 1, ...Object.fromEntries(each('counts.')) }, $set: { lastKey: requestKey } },
  )
  const there = await findOne<Permits>('permits', ledger)
  if (there) return there
  const first: Permits = {
    ...ledger,
    schema: 1,
    v: 1,
    counts: Object.fromEntries(each('')),
    lastKey: requestKey,
  }
  if (await insertNew('permits', first)) return first
  return addPermits(township, accountId, accepted, requestKey)
}

/** Marks messages within the scope as read; others are left alone. */
export async function markRead(scope: Query, ids: readonly string[]): Promise<void> {
  await updateMany('messages', { ...scope, _id: { $in: ids } }, { $set: { read: true } })
}
