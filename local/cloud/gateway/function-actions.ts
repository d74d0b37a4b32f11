import type { CallSource } from '../functions/call'
import type { Functions } from '../functions/functions'
import type { AdminActions } from './admin-actions'
import { optionalText, requiredText } from './body-fields'
import { GatewayError } from './gateway-error'

/** The source a function's own calls carry: its caller's, followed by `scf`. */
const INHERITED_SOURCE: Readonly<Record<CallSource, CallSource>> = {
  wx_client: 'wx_client,scf',
  timer: 'timer,scf',
  'wx_client,scf': 'wx_client,scf',
  'timer,scf': 'timer,scf',
  scf: 'scf',
}

/** A function calls another: on behalf of whoever called it. */
export function functionActions(functions: Functions): AdminActions {
  return {
    'functions.invokeFunction': async ({ body, call }) => {
      const answer = await functions.invoke(requiredText(body, 'function_name'), event(body), {
        openid: call?.openid ?? null,
        source: call ? INHERITED_SOURCE[call.source] : 'scf',
      })
      if ('error' in answer) throw new GatewayError(answer.error.code, answer.error.message)
      return { data: { response_data: answer.json } }
    },
  }

  function event(body: Parameters<typeof requiredText>[0]): unknown {
    const text = optionalText(body, 'request_data')
    if (text === undefined) return {}
    try {
      return JSON.parse(text) as unknown
    } catch {
      throw new GatewayError('INVALID_PARAM', 'request_data is not JSON')
    }
  }
}
