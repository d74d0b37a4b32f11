import type { Contact } from '../store/documents/account'
import { maskPhone } from '../../../miniprogram/shared/identity'
import { seal, unseal } from './crypto'
import type { ContactInput } from './schemas'

/** A contact as it is stored: the phone sealed. */
export const sealContact = (contact: ContactInput): Contact => ({
  by: contact.by,
  phone: contact.phone === undefined ? null : seal(contact.phone),
})

/** A contact as it is shown: the phone masked. */
export const shownContact = (contact: Contact) => ({
  by: contact.by,
  phone: contact.phone === null ? null : maskPhone(unseal(contact.phone)),
})
