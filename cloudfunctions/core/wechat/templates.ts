/**
 * The subscribe-message templates, declared once: the functions fill them, the local stand-in for
 * WeChat checks them, the pages ask permission for them. Titles must differ (WeChat, 20002).
 *
 * Ids are those of the mini-program's account; a deployment gives its own as `TEMPLATE_IDS`
 * (JSON: key to id). Family phones are shared, so titles and texts stay neutral.
 */

export const TEMPLATES = {
  task: {
    title: '新任务提醒',
    fields: { thing1: 'matter', thing2: 'place', time3: 'by', thing4: 'hint' },
  },
  progress: {
    title: '办理进度提醒',
    fields: { thing1: 'matter', phrase2: 'state', thing3: 'hint', time4: 'at' },
  },
  booking: {
    title: '预约提醒',
    fields: { thing1: 'place', time2: 'at', character_string3: 'number', thing4: 'hint' },
  },
} as const satisfies Record<string, { title: string; fields: Record<string, string> }>

export type TemplateKey = keyof typeof TEMPLATES

export const TEMPLATE_KEYS = Object.keys(TEMPLATES) as TemplateKey[]

/** The template's id at WeChat; on a laptop `tpl-<key>`. */
export function templateId(key: TemplateKey): string {
  const configured = process.env.TEMPLATE_IDS
  const ids = configured ? (JSON.parse(configured) as Partial<Record<TemplateKey, string>>) : {}
  return ids[key] ?? `tpl-${key}`
}
