const bytes = (fill: number): string => Buffer.alloc(32, fill).toString('base64')

export const FIRST_KEY = bytes(1)
export const SECOND_KEY = bytes(2)

/** Keys as a deployment sets them; each test file has a process environment of its own. */
export function setKeys(): void {
  Object.assign(process.env, { DATA_KEY: FIRST_KEY, DATA_KEY_ID: 'k1', HASH_KEY: bytes(9) })
}
