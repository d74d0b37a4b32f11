import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { renewServiceDays } from '../../core/store/service-days'
import { closeSlot } from '../../core/store/slot-plan'
import { findSlot, slotsBetween } from '../../core/store/slots'
import type { Slot } from '../../core/store/documents/slot'
import { settleClosed } from '../closings'
import { hitBy } from '../hits'
import { closeSlotsInput, closeSlotsOutput } from '../schema'

/** Somebody booked or cancelled at this moment: read again, so often at most. */
const MOST_ATTEMPTS = 10

export const closeSlots = action({
  summary: '停开一段：先看会影响谁；停了以后每个人都有另一个号留着，都收到消息',
  by: ['agent', 'window', 'leader', 'admin'],
  scope: 'servedSlots',
  input: closeSlotsInput,
  output: closeSlotsOutput,
  run: async ({ scope, township, now, caller, request }, input) => {
    const { venueId, date, session, reason, dryRun = false } = input
    const all = await slotsBetween(scope, venueId, date, date)
    const inside = all.filter(
      ({ start, startAt }) =>
        startAt > now && (!session || (session.from <= start && start < session.to)),
    )
    const before = inside.filter(({ closed }) => closed?.key === request.key)
    const open = inside.filter(({ state }) => state === 'open')
    if (open.length + before.length === 0) {
      throw new AppError('NOT_FOUND', '这段时间没有开着的号，不用停。看看日子和地方对不对。')
    }
    if (dryRun) return { closed: open.length, people: hitBy(open) }
    const closed = { reason, by: caller.id, key: request.key }
    const done: Slot[] = [...before]
    for (const slot of open) done.push(await close(slot, closed, now))
    // The people are told now where that is quick; what is left over `jobs` does.
    await Promise.allSettled([
      ...done.map((slot) => settleClosed(slot, now)),
      renewServiceDays(township, venueId, now),
    ])
    return { closed: done.length, people: hitBy(done) }
  },
})

async function close(slot: Slot, closed: NonNullable<Slot['closed']>, now: Date): Promise<Slot> {
  let current = slot
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    if (await closeSlot(current, closed, now)) {
      return { ...current, state: 'closed', closed, v: current.v + 1 }
    }
    const { township, _id } = current
    current = (await findSlot({ township }, _id)) ?? current
    if (current.state === 'closed') return current
  }
  throw new AppError('CONFLICT', '正好有人在约，没停成。请再点一次。', { retryable: true })
}
