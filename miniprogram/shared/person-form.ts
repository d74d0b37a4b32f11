/** Whom it is for: name, village, how to be reached. Checked as it is typed, in plain words. */
import { parsePhone } from './identity'

export type ContactBy = 'phone' | 'relative' | 'agent' | 'paper'

export interface PersonForm {
  readonly name: string
  readonly villageId: string
  readonly by: ContactBy
  readonly phone: string
}

export type PersonErrors = Partial<Record<keyof PersonForm, string>>

export const NO_ERRORS: PersonErrors = {}

export const EMPTY_PERSON: PersonForm = { name: '', villageId: '', by: 'phone', phone: '' }

const LONGEST_NAME = 30

export const CONTACT_WAYS: readonly { readonly by: ContactBy; readonly text: string }[] = [
  { by: 'phone', text: '打电话' },
  { by: 'relative', text: '告诉家里人' },
  { by: 'agent', text: '告诉代办员' },
  { by: 'paper', text: '写条子送来' },
]

/** What a person may be to whoever holds the phone. */
export const RELATIONS = ['父亲', '母亲', '爱人', '孩子', '爷爷', '奶奶', '亲戚', '邻居']

/** Empty when everything is right. One character is a name; rare characters are names too. */
export function checkPerson(form: PersonForm): PersonErrors {
  const errors: PersonErrors = {}
  const name = form.name.trim()
  if (!name) errors.name = '还没写姓名'
  else if ([...name].length > LONGEST_NAME) errors.name = '姓名太长了，最多30个字'
  if (!form.villageId) errors.villageId = '还没选村'
  const error = checkPhone(form)
  if (error) errors.phone = error
  return errors
}

export function checkPhone({ by, phone }: Pick<PersonForm, 'by' | 'phone'>): string {
  if (by !== 'phone' && !phone.trim()) return ''
  if (by === 'agent' || by === 'paper') return ''
  if (!phone.trim()) return '写个电话，或者选别的联系办法'
  return parsePhone(phone) ? '' : '电话号码不对，手机是11位，座机要带区号'
}

/** As the functions take it. */
export function contactOf({ by, phone }: Pick<PersonForm, 'by' | 'phone'>): {
  by: ContactBy
  phone?: string
} {
  const digits = by === 'phone' || by === 'relative' ? parsePhone(phone) : null
  return digits ? { by, phone: digits } : { by }
}
