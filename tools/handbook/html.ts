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

const textOf = (part: Part): string => {
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(({ text }: Html) => text).join('')
  if (part === false || part === null || part === undefined) return ''
  return String(part).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
}

/** @example html`<b>${name}</b>` */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((text, string, n) => text + textOf(parts[n - 1]) + string))

/** Text that is HTML already, such as a picture of ours. */
export const raw = (text: string): Html => new Html(text)
