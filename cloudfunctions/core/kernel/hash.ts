import { createHash } from 'node:crypto'

/** JSON with sorted keys and without `undefined`, so that equal content has equal text. */
export function canonicalJson(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

/** SHA-256 of the parts, unambiguous: `['a','bc']` and `['ab','c']` differ. */
export function sha256(...parts: readonly unknown[]): string {
  return createHash('sha256').update(canonicalJson(parts)).digest('hex')
}

/** A document id from what it stands for: 32 hex characters, so that a repeat hits the same id. */
export const hashId = (...parts: readonly unknown[]): string => sha256(...parts).slice(0, 32)

/** The id of a person's account in a township: a hash, so that matters do not carry openids. */
export const accountId = (township: string, openid: string): string =>
  hashId('account', township, openid)

/** An evenly spread number from 0 up to but not including 1, always the same for the same id. */
export const drawOf = (id: string): number =>
  parseInt(hashId('draw', id).slice(0, 8), 16) / 0x1_0000_0000
