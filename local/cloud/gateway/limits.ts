import { GatewayError } from './gateway-error'

/** Limits of production, in bytes of JSON. */
const REQUEST_LIMIT = 100 * 1024
const ANSWER_LIMIT = 1024 * 1024

/** Checks sizes as production does; one switch (`--no-limits`) turns the checks off. */
export class Limits {
  constructor(private readonly on: boolean) {}

  /** The text a mini-program hands to a function. */
  checkCallRequest(json: string): void {
    if (!this.on || Buffer.byteLength(json) <= REQUEST_LIMIT) return
    throw new GatewayError('EXCEED_MAX_PAYLOAD_SIZE', '提交的内容超过 100 KB，请删减后再试', 413)
  }

  /** What a function hands back, or the database hands to a function. */
  checkAnswer(json: string): void {
    if (!this.on || Buffer.byteLength(json) <= ANSWER_LIMIT) return
    throw new GatewayError(
      'EXCEED_MAX_PAYLOAD_SIZE',
      'the answer is larger than 1 MB: read less at a time',
    )
  }
}
