/** HTML from values: everything that is put into `html` is escaped, except what is HTML already. */

export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | readonly Html[] | false | null | undefined

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

function textOf(part: Part): string {
  if (part === false || part === null || part === undefined) return ''
  if (typeof part === 'number') return String(part)
  if (typeof part === 'string') return part.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
  return part instanceof Html ? part.text : part.map(({ text }) => text).join('')
}

/** @example html`<b>${name}</b>` */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, string, n) => text + textOf(parts[n - 1]) + string))

/** Text that is HTML already, such as a picture of ours. */
export const raw = (text: string): Html => new Html(text)
