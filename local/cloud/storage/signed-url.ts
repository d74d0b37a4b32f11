import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Addresses of files that only the gateway can issue and that expire. */
export class SignedUrls {
  readonly #key = randomBytes(32)

  constructor(
    private readonly base: () => string,
    private readonly now: () => number,
  ) {}

  /** Not percent-encoded: the SDK does that itself when it downloads. */
  issue(method: 'GET' | 'PUT', path: string, maxAgeSeconds: number): string {
    const expires = this.now() + maxAgeSeconds * 1000
    const query = `t=${expires}&sign=${this.#sign(method, path, expires)}`
    return `${this.base()}/storage/${path}?${query}`
  }

  accepts(method: 'GET' | 'PUT', path: string, query: { t?: string; sign?: string }): boolean {
    const expires = Number(query.t)
    const given = Buffer.from(query.sign ?? '', 'utf8')
    const expected = Buffer.from(this.#sign(method, path, expires), 'utf8')
    return (
      expires >= this.now() && given.length === expected.length && timingSafeEqual(given, expected)
    )
  }

  #sign(method: string, path: string, expires: number): string {
    return createHmac('sha256', this.#key).update(`${method}\n${path}\n${expires}`).digest('hex')
  }
}
