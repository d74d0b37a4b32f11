/** What a hand-over changes in the accounts of both sides; done again, it changes nothing. */
import { isInForce } from '../domain/flows/handover'
import { updateOne } from './database'
import type { Update } from './database'
import type { Cover, PlannedLeave } from './documents/account'
import type { Handover } from './documents/staff'

/**
 * While it is in force the one who is away has it on the door and the receiver may handle their
 * matters; afterwards neither. Two conditional writes, in any state of a crash before.
 */
export async function applyHandover(handover: Handover): Promise<void> {
  const { from, to } = handover
  if (isInForce(handover.state)) {
    await put(handover, from.account, 'planned', plannedOf(handover))
    await put(handover, to.account, 'covers', coverOf(handover))
  } else {
    await take(handover, from.account, 'planned')
    await take(handover, to.account, 'covers')
  }
}

async function put(
  handover: Handover,
  account: string,
  list: 'planned' | 'covers',
  entry: PlannedLeave | Cover,
): Promise<void> {
  const { _id, township, kind } = handover
  await updateOne(
    'accounts',
    { _id: account, township, [`${list}.handoverId`]: { $ne: _id } },
    {
      $push: { [list]: entry },
      $inc: { v: 1 },
      ...told(list, handover),
      // Whoever cannot come cannot take down what they hung on the door this morning.
      ...(kind === 'emergency' && list === 'planned' ? { $unset: { whereabouts: '' } } : {}),
    },
  )
}

/** Whoever has a number with the one who is away hears of it now, and of its end. */
const told = (list: 'planned' | 'covers', { log }: Handover): Update =>
  list === 'planned' ? { $set: { nextDueAt: log.at(-1)?.at ?? new Date(0) } } : {}

async function take(
  handover: Handover,
  account: string,
  list: 'planned' | 'covers',
): Promise<void> {
  const { _id, township } = handover
  await updateOne(
    'accounts',
    { _id: account, township, [`${list}.handoverId`]: _id },
    { $pull: { [list]: { handoverId: _id } }, $inc: { v: 1 }, ...told(list, handover) },
  )
}

const plannedOf = ({ _id, start, until, to }: Handover): PlannedLeave => ({
  handoverId: _id,
  state: 'leave',
  from: start,
  until,
  backAt: null,
  substitute: { account: to.account, name: to.name, phone: to.phone },
})

const coverOf = ({ _id, start, until, from, units, villageId }: Handover): Cover => ({
  handoverId: _id,
  account: from.account,
  units,
  villageId,
  from: start,
  until,
})
