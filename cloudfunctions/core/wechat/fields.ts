/** Cuts values to what WeChat takes, in one place: a value one character too long is refused whole. */
import { TEMPLATES } from './templates'
import type { TemplateKey } from './templates'

const LIMITS: Readonly<Record<string, number>> = {
  thing: 20,
  phrase: 5,
  name: 10,
  character_string: 32,
  time: 32,
}

/** The `data` of a subscribe message from the values of a notice. */
export function templateData(
  key: TemplateKey,
  values: Readonly<Record<string, string>>,
): Record<string, { value: string }> {
  const data: Record<string, { value: string }> = {}
  for (const [field, source] of Object.entries(TEMPLATES[key].fields)) {
    data[field] = { value: fit(field.replace(/\d+$/, ''), values[source] ?? '') }
  }
  return data
}

function fit(type: string, value: string): string {
  const clean =
    value.replace(/\s+/g, ' ').trim() || (type === 'character_string' ? '-' : '见小程序')
  const characters = [...clean]
  const limit = LIMITS[type] ?? 20
  if (characters.length <= limit) return clean
  return type === 'thing'
    ? characters.slice(0, limit - 1).join('') + '…'
    : characters.slice(0, limit).join('')
}
