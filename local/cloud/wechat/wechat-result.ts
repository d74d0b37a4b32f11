/** What WeChat's server answers: `errcode` 0 is success. */
export interface WechatResult {
  readonly errcode: number
  readonly errmsg: string
  readonly [field: string]: unknown
}

export function ok(api: string, fields: Readonly<Record<string, unknown>> = {}): WechatResult {
  return { ...fields, errcode: 0, errmsg: `openapi.${api}:ok` }
}

export function failed(errcode: number, errmsg: string): WechatResult {
  return { errcode, errmsg }
}
