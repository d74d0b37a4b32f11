/** 去向变了: whoever has a number with somebody who will be away is told who stands in. */
import { addNotices } from '../../core/store/due'
import { updateOne } from '../../core/store/database'
import { itemsByCode } from '../../core/store/eve'
import { slotsBetween } from '../../core/store/slots'
import type { Account } from '../../core/store/documents/account'
import type { Slot } from '../../core/store/documents/slot'
import { presenceWords } from '../../core/domain/whereabouts'
import { awayNotices } from '../../appointment/notices'

export async function tellAbsence(account: Account, now: Date): Promise<void> {
  const { _id, township, v, staff, whereabouts: said } = account
  if (staff && said && said.state !== 'in') {
    const venueId = staff.villageId ?? 'hall'
    const slots = await slotsBetween({ township }, venueId, said.from, said.until)
    const cause = `${_id}:${said.from}:${said.until}:${said.state}:${said.substitute?.name ?? ''}`
    const words = presenceWords(staff.name, said)
    for (const slot of slots.filter(({ startAt, seats }) => startAt > now && seats.length > 0)) {
      const seats = await seatsWith(staff, slot)
      const out = seats.flatMap((seat) => awayNotices(slot, seat, cause, words, now))
      const known = new Set(slot.out.map(({ id }) => id))
      await addNotices(
        slot,
        out.filter(({ id }) => !known.has(id)),
        now,
      )
    }
  }
  await updateOne('accounts', { _id, township, v }, { $unset: { nextDueAt: '' } })
}

/** In the village all of them; in the hall those whose first matter this person is in charge of. */
async function seatsWith(staff: NonNullable<Account['staff']>, slot: Slot) {
  if (staff.villageId !== null) return slot.seats
  const codes = slot.seats.flatMap(({ items }) => items[0]?.code ?? [])
  const items = await itemsByCode(slot.township, codes)
  const theirs = new Set(
    items.filter(({ people }) => people[0]?.name === staff.name).map(({ code }) => code),
  )
  return slot.seats.filter((seat) => theirs.has(seat.items[0]?.code ?? ''))
}
