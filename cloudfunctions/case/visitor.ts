/** 接着号票办: the applicant of a matter that began with a number at the window. */
import type * as z from 'zod'
import type { KnownCall } from '../core/kernel/action'
import { sealContact } from '../core/kernel/contact'
import { AppError } from '../core/kernel/errors'
import { contactOfVisitor, visitorHere } from '../core/kernel/visitor'
import type { VisitorRef } from '../core/kernel/visitor'
import type { Contact } from '../core/store/documents/account'
import type { Brought } from './new-case'
import type { intakeInput } from './schema/intake'

type Applicant = z.infer<typeof intakeInput>['applicant']

/** Who it is, how to reach them, and from which number they came. */
export async function broughtBy(
  call: KnownCall,
  { name, contact, villageId }: Applicant,
  visitor: VisitorRef | undefined,
): Promise<Pick<Brought, 'applicant' | 'ticket'>> {
  const entry = visitor ? await visitorHere(call, visitor) : null
  const ticket = visitor && entry ? { ...visitor, no: entry.no } : null
  const booked = visitor && !contact ? await contactOfVisitor(call, visitor) : null
  const known = contact ? sealContact(contact) : booked
  return { applicant: { name, contact: reachable(known), villageId: villageId ?? '' }, ticket }
}

function reachable(contact: Contact | null): Contact {
  if (contact) return contact
  throw new AppError('INVALID_INPUT', '还没写怎么联系他。没有电话，选告诉代办员。', {
    fields: { 'applicant.contact': '还没写' },
  })
}
