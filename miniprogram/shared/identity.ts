/** Resident ID numbers and phones: checked as typed, masked when shown. */

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_CHECKS = '10X98765432'

/** Valid 18-character resident ID number: digits, a date that exists, the check character (GB 11643). */
export function isIdNumber(text: string): boolean {
  if (!/^\d{17}[\dX]$/.test(text)) return false
  const date = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`
  const time = Date.parse(date + 'T00:00:00Z')
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== date) return false
  let sum = 0
  for (let i = 0; i < 17; i++) sum += Number(text[i]) * (ID_WEIGHTS[i] ?? 0)
  return ID_CHECKS[sum % 11] === text[17]
}

/** Spaces, dashes and +86 are fine; null when it is neither a mobile nor a landline number. */
export function parsePhone(text: string): string | null {
  const digits = text.replace(/[\s\-()（）]/g, '').replace(/^(\+86|0086)/, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return digits
  return /^0\d{9,11}$/.test(digits) ? digits : null
}

/** First 3 and last 3 (个人信息保护法, least data). */
export const maskIdNumber = (id: string): string =>
  id.length < 7 ? '*'.repeat(id.length) : id.slice(0, 3) + '*'.repeat(id.length - 6) + id.slice(-3)

/** First 3, four stars, last 4. */
export const maskPhone = (phone: string): string =>
  phone.length < 8 ? '*'.repeat(phone.length) : phone.slice(0, 3) + '****' + phone.slice(-4)
