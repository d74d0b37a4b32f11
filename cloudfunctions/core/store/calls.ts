/** 没人打开的事: read for the list of calls; and the note that the leader was told of it. */
import { find, updateOne } from './database'
import type { Query } from './database'
import type { Account } from './documents/account'
import type { CallSettings } from './documents/calls'
import type { CaseDocument } from './documents/case'
import type { MatterEvent, Notice } from './documents/matter'
import type { OrderDocument } from './documents/order'

/** What the list shows of a matter; who applied is not needed to make a call. */
export type UnopenedCase = Pick<
  CaseDocument,
  '_id' | 'number' | 'itemName' | 'unit' | 'unitName' | 'receivedAt' | 'urgentAt' | 'called'
>

const SHOWN = {
  number: 1,
  itemName: 1,
  unit: 1,
  unitName: 1,
  receivedAt: 1,
  urgentAt: 1,
  called: 1,
} as const

/** Matters that came in before an instant and that nobody opened, the oldest `_id` first. */
export const unopenedCases = (
  scope: Query & { readonly township: string },
): Promise<UnopenedCase[]> =>
  find<UnopenedCase>(
    'cases',
    { ...scope, open: true, state: 'received', signedAt: null },
    { order: [['_id', 'asc']], limit: 1000, projection: SHOWN },
  )

/** What the list shows of an order; when it was issued is in its first entry. */
export type UnsignedOrder = Pick<
  OrderDocument,
  '_id' | 'number' | 'task' | 'unit' | 'unitName' | 'dueOn' | 'called'
> & { readonly log: readonly Pick<MatterEvent, 'at'>[] }

/** Orders that nobody has signed for yet, the most urgent first. */
export const unsignedOrders = (
  scope: Query & { readonly township: string },
): Promise<UnsignedOrder[]> =>
  find<UnsignedOrder>(
    'orders',
    { ...scope, open: true, state: 'issued' },
    {
      order: [
        ['dueAt', 'asc'],
        ['_id', 'asc'],
      ],
      limit: 1000,
      projection: {
        number: 1,
        task: 1,
        unit: 1,
        unitName: 1,
        dueOn: 1,
        called: 1,
        'log.at': 1,
      },
    },
  )

/** Whoever handles the matters of these departments. */
export const handlersOf = (township: string, units: readonly string[]): Promise<Account[]> =>
  find<Account>(
    'accounts',
    {
      township,
      'staff.units': { $in: [...units] },
      'staff.roles': { $in: ['cadre', 'window'] },
    },
    { limit: 500 },
  )

/** Notes that today's list was made, with the message about it; false when another tick did. */
export const noteTold = (
  { _id, township, v }: CallSettings,
  toldOn: string,
  out: readonly Notice[],
): Promise<boolean> =>
  updateOne(
    'settings',
    { _id, township, v },
    { $set: { toldOn }, $push: { out: { $each: [...out] } }, $inc: { v: 1 } },
  )
