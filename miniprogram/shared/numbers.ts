/**
 * 编号: case numbers that can be said on the phone in dialect, and checked as they are typed.
 *
 * Digits only: month and day, five random digits, a check digit, e.g. `1117-48305-6`. Never a
 * counter (it would tell how many matters there are), never letters.
 */

/** Weighted sum modulo 11, as on resident ID cards but with digits only: finds any single wrong
 * digit and nearly all swaps of two neighbours. Candidates whose check would be `X` are not used. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6]

function checkOf(nine: string): number {
  let sum = 0
  for (let i = 0; i < 9; i++) sum += Number(nine[i]) * (WEIGHTS[i] ?? 0)
  return sum % 11
}

/**
 * A case number from a day `MMDD` and five random digits, or null when these digits have no check
 * digit (one in eleven): take others.
 */
export function caseNumber(monthDay: string, random: string): string | null {
  const check = checkOf(monthDay + random)
  return check === 10 ? null : `${monthDay}-${random}-${String(check)}`
}

/** What somebody typed or said, as a number: full-width digits, spaces and missing dashes are fine. */
export function parseCaseNumber(text: string): string | null {
  const digits = text
    .replace(/[\uFF10-\uFF19]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/[\s\-－—–.·]/g, '')
  if (!/^\d{10}$/.test(digits)) return null
  const nine = digits.slice(0, 9)
  if (checkOf(nine) !== Number(digits[9])) return null
  return `${nine.slice(0, 4)}-${nine.slice(4)}-${digits.slice(9)}`
}
