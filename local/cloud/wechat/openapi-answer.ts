import type { Call } from '../functions/call'
import type { FunctionConfig } from '../functions/function-config'
import type { Body } from '../gateway/body-fields'
import { requiredText } from '../gateway/body-fields'
import { GatewayError } from '../gateway/gateway-error'
import { decodeOpenApiRequest, encodeOpenApiResponse } from './openapi-codec'
import type { Wechat } from './wechat'
import { permittedApis } from './wechat-actions'

/** `wx.openApi`: what wx-server-sdk sends, a form with protobuf in it. */
export async function answerOpenApi(
  wechat: Wechat,
  configOf: (name: string) => FunctionConfig | undefined,
  form: Body,
  call: Call | null,
): Promise<Buffer> {
  if (form['action'] !== 'wx.openApi') {
    throw new GatewayError('INVALID_PARAM', `unknown action: ${requiredText(form, 'action')}`)
  }
  const bytes = Buffer.from(requiredText(form, 'requestData'), 'latin1')
  let request: Record<string, unknown>
  try {
    request = decodeOpenApiRequest(bytes)
  } catch {
    throw new GatewayError('INVALID_PARAM', 'requestData is not the expected protobuf')
  }
  const result = await wechat.call(
    requiredText(form, 'apiName'),
    request,
    permittedApis(call, configOf),
  )
  return encodeOpenApiResponse(result)
}
