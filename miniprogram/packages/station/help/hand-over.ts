import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import type { PersonForm } from '../../../shared/person-form'

/** As the pages of booking and of handing in keep what was begun. */
interface Visit {
  readonly codes: readonly string[]
  readonly person: PersonForm | null
}

interface HandIn {
  readonly person: PersonForm | null
}

/** Booking begins with this person and these matters. */
export function beginVisit(person: PersonForm, codes: readonly string[], venueId: string): string {
  const draft = openDraft<Visit>('visit', { codes: [], person: null })
  keepForm('visit', draft, { codes, person })
  return `/packages/booking/slots/slots?venue=${venueId}&codes=${codes.join(',')}`
}

/** Handing in begins with this person; what was begun for somebody else must not get mixed in. */
export function beginHandIn(person: PersonForm, code: string): string {
  const name = `submit:${code}`
  const before = openDraft<HandIn>(name, { person: null }).form.person
  if (before?.name !== person.name || before.villageId !== person.villageId) closeDraft(name)
  const draft = openDraft<HandIn>(name, { person: null })
  keepForm(name, draft, { ...draft.form, person })
  return `/packages/case/submit/submit?code=${code}`
}
