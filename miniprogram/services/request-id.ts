/**
 * One id per thing that a person wants: made when they start, kept with the draft, sent with every
 * try. The functions answer a repeat with the first result, so a second tap never doubles anything.
 */
let count = 0

export function newRequestId(): string {
  count += 1
  const random = Math.random().toString(36).slice(2, 12)
  return `${Date.now().toString(36)}-${count.toString(36)}-${random}`
}
