import { rolesOf } from '../core/kernel/caller'
import { shownContact } from '../core/kernel/contact'
import { unseal } from '../core/kernel/crypto'
import type { Account } from '../core/store/documents/account'
import { TEMPLATE_KEYS, templateId, TEMPLATES } from '../core/wechat/templates'
import { maskIdNumber } from '../../miniprogram/shared/identity'

/** An account as its owner sees it: ID number and phone masked. */
export function accountView(account: Account) {
  const { resident, staff } = account
  return {
    id: account._id,
    roles: rolesOf(account),
    resident: resident && {
      name: resident.name,
      villageId: resident.villageId,
      contact: shownContact(resident.contact),
      idNumber: resident.idNumber && maskIdNumber(unseal(resident.idNumber)),
    },
    staff,
  }
}

export const templatesView = () =>
  TEMPLATE_KEYS.map((key) => ({ key, id: templateId(key), title: TEMPLATES[key].title }))
