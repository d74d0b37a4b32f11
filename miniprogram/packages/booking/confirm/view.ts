import type { Booking } from '../../../services/appointment'
import type { Guide } from '../../../services/catalog'
import { mergeChecklist } from '../../../shared/checklist'
import { howLong } from '../../../shared/matter-words'
import { contactOf } from '../../../shared/person-form'
import type { PersonForm } from '../../../shared/person-form'

export interface VisitItem {
  readonly code: string
  readonly name: string
  readonly note: string
  readonly inPerson: boolean
}

export function itemsView(guides: readonly Guide[]) {
  const items: VisitItem[] = guides.map((guide) => ({
    code: guide.code,
    name: guide.name,
    note: noteOf(guide),
    inPerson: guide.inPerson,
  }))
  return { items, list: mergeChecklist(guides) }
}

function noteOf(guide: Guide): string {
  const time = howLong(guide)
  const fee = guide.fee.charged ? '，要收费' : ''
  return /^\d/.test(time) && guide.mode !== 'booking' ? `约${time}后有结果${fee}` : time + fee
}

/** What is sent, from what stands on the page. */
export function bookingOf(
  slotId: string,
  codes: string[],
  person: PersonForm | null,
  requestId: string,
): Booking {
  if (!person) return { slotId, codes, requestId }
  const { name, villageId } = person
  return {
    slotId,
    codes,
    requestId,
    for: { name: name.trim(), villageId, contact: contactOf(person) },
  }
}
