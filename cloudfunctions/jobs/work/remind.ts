/** 明天有您的号: once per seat, the day before, in daytime. */
import { addReminders } from '../../core/store/due'
import { remindAt } from '../../core/store/slots'
import type { Slot } from '../../core/store/documents/slot'
import { reminderNotice } from '../../appointment/notices'
import { sendNotices } from './notices'

export async function remind(slot: Slot, now: Date): Promise<void> {
  const due = remindAt(slot)
  const unreminded = slot.seats.filter(({ reminded, bookedAt }) => !reminded && bookedAt < due)
  let current: Slot = slot
  if (now >= due && now < slot.startAt && unreminded.length > 0) {
    const out = unreminded.map((seat) => reminderNotice(slot, seat, now))
    const seats = slot.seats.map((seat) => ({ ...seat, reminded: true }))
    // Somebody booked or cancelled at this moment: still due, so the next tick does it.
    if (!(await addReminders(slot, seats, out))) return
    current = { ...slot, seats, out: [...slot.out, ...out], v: slot.v + 1 }
  }
  await sendNotices('slots', current, now, () => (now < due ? due : undefined))
}
