import type { Call } from './call'
import type { FunctionConfig } from './function-config'

/** The environment id of the local cloud. */
export const LOCAL_ENV_ID = 'local'
export const LOCAL_APP_ID = 'wxlocal0000000000'

/**
 * What every worker is started with: enough for the SDK to believe it runs in the cloud (without
 * TENCENTCLOUD_RUNENV each request would first ask two metadata servers that are not there).
 */
export function workerEnvironment(variables: Readonly<Record<string, string>>) {
  return {
    PATH: process.env['PATH'] ?? '',
    SILENCE: 'true',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: LOCAL_ENV_ID,
    ...variables,
  }
}

/** What one call adds: the caller's identity and an address that tells the gateway who asks. */
export function callEnvironment(call: Call, gatewayUrl: string): Record<string, string> {
  const byTimer = call.source.startsWith('timer')
  const wechat: Record<string, string> = {
    ...(call.openid === null ? {} : { WX_OPENID: call.openid }),
    WX_APPID: LOCAL_APP_ID,
    ...(byTimer
      ? { WX_TRIGGER_API_TOKEN_V0: 'local-trigger-token' }
      : { WX_API_TOKEN: 'local-api-token' }),
  }
  const cloudbase: Record<string, string> = {
    TCB_ENV: LOCAL_ENV_ID,
    TCB_SOURCE: call.source,
    TCB_SEQID: call.id,
    // The SDK appends its own parameters straight after a question mark.
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${gatewayUrl}/admin?call=${call.id}&` }),
  }
  return {
    ...wechat,
    ...cloudbase,
    WX_CONTEXT_KEYS: Object.keys(wechat).join(','),
    TCB_CONTEXT_KEYS: Object.keys(cloudbase).join(','),
    ...(byTimer ? { TRIGGER_SRC: 'timer' } : {}),
  }
}

/** The second argument of `main`. */
export function callContext(
  call: Call,
  config: FunctionConfig,
  environment: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return {
    memory_limit_in_mb: 256,
    time_limit_in_ms: config.timeoutMs,
    request_id: call.id,
    function_version: '$LATEST',
    namespace: LOCAL_ENV_ID,
    function_name: config.name,
    environment: JSON.stringify(environment),
  }
}
