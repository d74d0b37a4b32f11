import { acceptsValue } from './field-rules'
import type { DeliveredMessage, MessageStore } from './message-store'
import type { WechatResult } from './wechat-result'
import { failed, ok } from './wechat-result'

/** A message template as it is set up in the WeChat console (订阅消息模板). */
export interface MessageTemplate {
  readonly id: string
  readonly title: string
  /** Field names with their number: `thing1`, `time2`. */
  readonly fields: readonly string[]
}

export interface SubscribeMessageOptions {
  readonly templates: readonly MessageTemplate[]
  /** The pages of the published mini-program; null when not known. */
  readonly pages: readonly string[] | null
  readonly store: MessageStore
  readonly now: () => number
  /** Whether fields and permits are checked. */
  readonly rules: boolean
}

const API = 'subscribeMessage.send'

/** `subscribeMessage.send` with the checks and error codes of the real one. */
export async function sendSubscribeMessage(
  request: Readonly<Record<string, unknown>>,
  { templates, pages, store, now, rules }: SubscribeMessageOptions,
): Promise<WechatResult> {
  const touser = request['touser']
  if (typeof touser !== 'string' || !/^[\w-]{1,64}$/.test(touser)) {
    return failed(40003, 'invalid openid')
  }
  const template = templates.find(
    ({ id }) => id === (request['template_id'] ?? request['templateId']),
  )
  if (!template) return failed(40037, 'template_id is not right')
  const data = readData(request['data'], template, rules)
  if ('wrongField' in data) {
    return failed(47003, `argument invalid! data.${data.wrongField}.value is invalid`)
  }
  const page = request['page']
  if (page !== undefined && page !== '' && !isPage(page, pages)) {
    return failed(41030, 'invalid page')
  }
  if (!(await store.spend(touser, template.id)) && rules) {
    return failed(43101, 'user refuse to accept the msg')
  }
  const id = await store.deliver(touser, {
    templateId: template.id,
    title: template.title,
    page: typeof page === 'string' && page !== '' ? page : null,
    data: data.values,
    at: new Date(now()).toISOString(),
  })
  return ok(API, { msgid: id })
}

/** Every field of the template must be there, valid, and nothing else. */
function readData(
  data: unknown,
  template: MessageTemplate,
  rules: boolean,
): { values: DeliveredMessage['data'] } | { wrongField: string } {
  const given = (typeof data === 'object' && data !== null ? data : {}) as Record<
    string,
    { value?: unknown } | undefined
  >
  const wrongField = rules
    ? (template.fields.find((field) => !acceptsValue(field, given[field]?.value)) ??
      Object.keys(given).find((field) => !template.fields.includes(field)))
    : undefined
  if (wrongField !== undefined) return { wrongField }
  return {
    values: Object.fromEntries(
      template.fields.map((field) => [field, { value: valueText(given[field]?.value) }]),
    ),
  }
}

/** As WeChat shows it; without the rules anything may stand there. */
function valueText(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return value === undefined ? '' : JSON.stringify(value)
}

/** A path of the mini-program without a leading slash, with or without a query. */
function isPage(page: unknown, pages: readonly string[] | null): boolean {
  if (typeof page !== 'string' || !/^[\w-]+(\/[\w-]+)+(\?.*)?$/.test(page)) return false
  return pages === null || pages.includes(page.split('?')[0] ?? '')
}
