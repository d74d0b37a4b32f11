import type { Call } from '../functions/call'
import type { FunctionConfig } from '../functions/function-config'
import type { AdminActions } from '../gateway/admin-actions'
import { asBody, optionalText, requiredText } from '../gateway/body-fields'
import { GatewayError } from '../gateway/gateway-error'
import type { Wechat } from './wechat'

/** `wx.api`: what `callWxOpenApi` of node-sdk sends; request and answer are JSON in JSON. */
export function wechatActions(
  wechat: Wechat,
  configOf: (name: string) => FunctionConfig | undefined,
): AdminActions {
  return {
    'wx.api': async ({ body, call }) => {
      const result = await wechat.call(
        requiredText(body, 'apiName'),
        asBody(parse(optionalText(body, 'requestData') ?? '{}'), 'requestData'),
        permittedApis(call, configOf),
      )
      return { data: { responseData: JSON.stringify(result) } }
    },
  }
}

export function permittedApis(
  call: Call | null,
  configOf: (name: string) => FunctionConfig | undefined,
): ReadonlySet<string> | null {
  return call ? (configOf(call.name)?.openapi ?? new Set()) : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new GatewayError('INVALID_PARAM', 'requestData is not JSON')
  }
}
