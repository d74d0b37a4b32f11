import { shownContact } from '../core/kernel/contact'
import type { Seat, Slot } from '../core/store/documents/slot'

/** Whom closing these slots hits: who, when, how to reach them; not what they come for. */
export const hitBy = (slots: readonly Slot[]) =>
  slots.flatMap((slot) =>
    peopleOf(slot).map(({ name, contact }) => ({
      name,
      venueName: slot.venueName,
      date: slot.date,
      start: slot.start,
      contact: contact && shownContact(contact),
    })),
  )

/** Those in it; of a closed one also those whom closing it moved out, so that a repeat says the same. */
function peopleOf({ seats, past, closed }: Slot): Seat[] {
  const movedOut = past.filter(
    ({ cancelKey, reason }) => cancelKey === '' && reason === closed?.reason,
  )
  return [...seats, ...movedOut].sort((a, b) => a.no - b.no)
}
