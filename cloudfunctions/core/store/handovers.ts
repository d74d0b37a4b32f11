/** What a hand-over changes in the accounts of both sides; done again, it changes nothing. */
import { isInForce } from '../domain/flows/handover'
import { updateOne } from './database'
import type { Cover, PlannedLeave } from './documents/account'
import type { Handover } from './documents/staff'

/**
 * While it is in force the one who is away has it on the door and the receiver may handle their
 * matters; afterwards neither. Two conditional writes, in any state of a crash before.
 */
export async function applyHandover(handover: Handover): Promise<void> {
  const { _id, from, to } = handover
  if (isInForce(handover.state)) {
    await put(handover, from.account, 'planned', plannedOf(handover))
    await put(handover, to.account, 'covers', coverOf(handover))
  } else {
    await take(handover, from.account, 'planned', _id)
    await take(handover, to.account, 'covers', _id)
  }
}

async function put(
  { _id, township, kind }: Handover,
  account: string,
  list: 'planned' | 'covers',
  entry: PlannedLeave | Cover,
): Promise<void> {
  await updateOne(
    'accounts',
    { _id: account, township, [`${list}.handoverId`]: { $ne: _id } },
    {
      $push: { [list]: entry },
      $inc: { v: 1 },
      // Whoever cannot come cannot take down what they hung on the door this morning.
      ...(kind === 'emergency' && list === 'planned' ? { $unset: { whereabouts: '' } } : {}),
    },
  )
}

async function take(
  { township }: Handover,
  account: string,
  list: 'planned' | 'covers',
  handoverId: string,
): Promise<void> {
  await updateOne(
    'accounts',
    { _id: account, township, [`${list}.handoverId`]: handoverId },
    { $pull: { [list]: { handoverId } }, $inc: { v: 1 } },
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
