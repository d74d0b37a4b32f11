/**
 * Personal data at rest: ID numbers, phones and query codes are sealed with AES-256-GCM; look-up
 * goes over a keyed hash. Keys come from the environment (`DATA_KEY`, `DATA_KEY_ID`, `HASH_KEY`,
 * 32 bytes in base64 each); old keys stay readable as `DATA_KEY_<id>`.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from 'node:crypto'

/** A sealed text: key id and base64 of nonce, tag and cipher text. */
export interface Sealed {
  readonly k: string
  readonly c: string
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

function environmentKey(name: string): Buffer {
  const key = Buffer.from(process.env[name] ?? '', 'base64')
  if (key.length !== 32) throw new Error(`${name} must be 32 bytes in base64`)
  return key
}

function sealingKey(id: string): Buffer {
  return environmentKey(id === process.env.DATA_KEY_ID ? 'DATA_KEY' : `DATA_KEY_${id}`)
}

export function seal(text: string): Sealed {
  const id = process.env.DATA_KEY_ID ?? ''
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', sealingKey(id), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { k: id, c: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64') }
}

/** Throws when the key is missing or the text was tampered with. */
export function unseal(sealed: Sealed): string {
  const bytes = Buffer.from(sealed.c, 'base64')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(sealed.k), nonce, {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
}

/** A keyed hash for look-up by a secret or personal value; useless without `HASH_KEY`. */
export function lookupHash(kind: string, text: string): string {
  return createHmac('sha256', environmentKey('HASH_KEY')).update(`${kind}\0${text}`).digest('hex')
}

/** `count` random decimal digits. */
export function randomDigits(count: number): string {
  return String(randomInt(10 ** count)).padStart(count, '0')
}

export const randomSalt = (): string => randomBytes(16).toString('hex')
