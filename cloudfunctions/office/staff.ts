/** The people at work, as actions of the office look them up and name them. */
import type { Caller } from '../core/kernel/caller'
import { notFound } from '../core/kernel/errors'
import { findOne } from '../core/store/database'
import type { Account } from '../core/store/documents/account'
import type { StaffRef } from '../core/store/documents/staff'

export type StaffAccount = Account & { readonly staff: NonNullable<Account['staff']> }

/** @throws AppError `NOT_FOUND` when nobody with this staff id works here (any more). */
export async function findStaff(
  township: string,
  staffId: string,
  what = '这个人',
): Promise<StaffAccount> {
  const account = await findOne<Account>('accounts', { township, 'staff.id': staffId })
  if (!account?.staff) throw notFound(what)
  return account as StaffAccount
}

export function refOf({ _id, staff }: Account): StaffRef {
  return {
    account: _id,
    staffId: staff?.id ?? '',
    name: staff?.name ?? '',
    post: staff?.post ?? '',
    phone: staff?.phone ?? '',
  }
}

export const selfRef = ({ account }: Caller): StaffRef => refOf(account)
