import type { Limits } from '../limits'
import { GatewayError } from './gateway-error'

/** The text a mini-program hands to a function. */
export function checkRequestSize(json: string, { requestBytes }: Limits): void {
  if (Buffer.byteLength(json) <= requestBytes) return
  throw new GatewayError('EXCEED_MAX_PAYLOAD_SIZE', '提交的内容超过 100 KB，请删减后再试', 413)
}

/** What the gateway hands to a function. */
export function checkAnswerSize(json: string, limits: Limits): void {
  if (!isAnswerTooLarge(json, limits)) return
  throw new GatewayError('EXCEED_MAX_PAYLOAD_SIZE', ANSWER_TOO_LARGE)
}

export function isAnswerTooLarge(json: string, { answerBytes }: Limits): boolean {
  return Buffer.byteLength(json) > answerBytes
}

export const ANSWER_TOO_LARGE = 'the answer is larger than 1 MB: read less at a time'
