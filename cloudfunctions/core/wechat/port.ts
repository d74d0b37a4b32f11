/**
 * The one door to WeChat's open API. Whether a real environment takes subscribe messages over this
 * call can only be seen there (docs/unverified.md).
 */
import cloudbase from '@cloudbase/node-sdk'
import { templateId } from './templates'
import type { TemplateKey } from './templates'
import { templateData } from './fields'

export type SendOutcome =
  | 'sent'
  /** 43101: no permit, or switched off. Final and quiet. */
  | 'refused'
  /** WeChat was busy and did not take it; the same message may be sent again. */
  | 'busy'
  /** Our fault (a wrong field, a wrong page): logged with WeChat's own text. */
  | 'failed'
  /** No answer: it may have arrived, so it is never sent again. */
  | 'unknown'

export interface SubscribeMessage {
  readonly openid: string
  readonly template: TemplateKey
  readonly page: string
  readonly values: Readonly<Record<string, string>>
}

const app = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV })

const WECHAT_BUSY = -1
const NO_PERMIT = 43101

/** Sends one message, waiting at most `timeoutMs` for WeChat's answer. Never throws. */
export async function sendSubscribeMessage(
  message: SubscribeMessage,
  timeoutMs: number,
): Promise<SendOutcome> {
  const requestData = {
    touser: message.openid,
    template_id: templateId(message.template),
    page: message.page.replace(/^\//, ''),
    data: templateData(message.template, message.values),
  }
  try {
    const answer = await app.callWxOpenApi(
      { apiName: 'subscribeMessage.send', requestData },
      { timeout: Math.max(Math.round(timeoutMs), 50) },
    )
    return outcomeOf(answer)
  } catch (error) {
    console.warn(JSON.stringify({ wechat: 'no answer', error: String(error) }))
    return 'unknown'
  }
}

function outcomeOf(answer: object): SendOutcome {
  const { code, result } = answer as { code?: string; result?: unknown }
  if (code) return 'unknown'
  const { errCode, errcode, errMsg, errmsg } = (result ?? {}) as Record<string, unknown>
  const number = Number(errcode ?? errCode ?? 0)
  if (number === 0) return 'sent'
  if (number === NO_PERMIT) return 'refused'
  if (number === WECHAT_BUSY) return 'busy'
  console.error(JSON.stringify({ wechat: 'refused as wrong', number, text: errmsg ?? errMsg }))
  return 'failed'
}
