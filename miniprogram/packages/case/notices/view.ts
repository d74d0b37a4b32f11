import type { Notice } from '../../../services/case'
import { spokenDate } from '../../../shared/dates'
import { checkPhone, contactOf } from '../../../shared/person-form'

export interface ObjectionForm {
  readonly text: string
  readonly phone: string
}

export const NO_OBJECTION: ObjectionForm = { text: '', phone: '' }

export function noticeRows(
  notices: readonly Notice[],
  villageName: (id: string) => string,
  today: string,
) {
  return notices.map((notice) => ({
    number: notice.number,
    name: notice.itemName,
    where: villageName(notice.villageId),
    unit: notice.unitName,
    phone: notice.unitPhone,
    until: spokenDate(notice.until, today),
    fields: notice.fields,
  }))
}

export type NoticeRow = ReturnType<typeof noticeRows>[number]

const MOST = 500

/** Empty when it can be sent. Who speaks need not say who they are. */
export function checkObjection({ text, phone }: ObjectionForm): Partial<ObjectionForm> {
  const errors: { text?: string; phone?: string } = {}
  const words = text.trim()
  if (!words) errors.text = '还没写。写清哪里不对就行'
  else if (words.length > MOST)
    errors.text = `写了${String(words.length)}个字，最多${String(MOST)}个`
  const wrong = phone.trim() ? checkPhone({ by: 'phone', phone }) : ''
  if (wrong) errors.phone = wrong
  return errors
}

export const objectionOf = (number: string, { text, phone }: ObjectionForm, requestId: string) => ({
  number,
  text: text.trim(),
  requestId,
  ...(phone.trim() ? { contact: contactOf({ by: 'phone', phone }) } : {}),
})
