import type { Booking, Slot } from '../../../services/appointment'
import type { Guide } from '../../../services/catalog'
import { mergeChecklist } from '../../../shared/checklist'
import { canDoInVillage } from '../../../shared/item-filters'
import { howLong } from '../../../shared/matter-words'
import { contactOf } from '../../../shared/person-form'
import type { PersonForm } from '../../../shared/person-form'
import { relativeDate, spokenTime } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'

export interface VisitItem {
  readonly code: string
  readonly name: string
  readonly note: string
  readonly inPerson: boolean
  /** In the village it can only be begun: where it goes on. */
  readonly goesOn: string
}

const GOES_ON: Readonly<Record<Guide['level'], string>> = {
  village: '',
  township: '村里先看材料，还要去乡里',
  county: '村里先看材料，还要去县里',
}

/** @param inVillage whether they are booked in a village room */
export function itemsView(guides: readonly Guide[], inVillage = false) {
  const items: VisitItem[] = guides.map((guide) => ({
    code: guide.code,
    name: guide.name,
    note: noteOf(guide),
    inPerson: guide.inPerson,
    goesOn: inVillage && !canDoInVillage(guide) ? GOES_ON[guide.level] : '',
  }))
  return { items, list: mergeChecklist(guides) }
}

function noteOf(guide: Guide): string {
  const time = howLong(guide)
  const fee = guide.fee.charged ? '，要收费' : ''
  return /^\d/.test(time) && guide.mode !== 'booking' ? `约${time}后有结果${fee}` : time + fee
}

/** What is sent, from what stands on the page; `place` is where to, when somebody comes to the house. */
export function bookingOf(
  slotId: string,
  codes: string[],
  person: PersonForm | null,
  requestId: string,
  place = '',
): Booking {
  const visit = { slotId, codes, requestId, ...(place ? { place } : {}) }
  if (!person) return visit
  const { name, villageId } = person
  return { ...visit, for: { name: name.trim(), villageId, contact: contactOf(person) } }
}

export interface NearestRow {
  readonly id: string
  readonly text: string
  readonly slot: Slot
}

/** `明天 9:00，剩2个` */
export const nearestRows = (nearest: readonly Slot[], today: BusinessDate): NearestRow[] =>
  nearest.map((slot) => ({
    id: slot.id,
    text: `${relativeDate(slot.date, today)} ${spokenTime(slot.start)}，剩${String(slot.remaining)}个`,
    slot,
  }))
