import { shownContact } from '../core/kernel/contact'
import type { Slot } from '../core/store/documents/slot'

/** Whom closing these slots hits: who, when, how to reach them; not what they come for. */
export const hitBy = (slots: readonly Slot[]) =>
  slots.flatMap(({ venueName, date, start, seats }) =>
    seats.map(({ name, contact }) => ({
      name,
      venueName,
      date,
      start,
      contact: contact && shownContact(contact),
    })),
  )
