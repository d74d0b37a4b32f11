interface FieldRule {
  readonly accepts: (value: string) => boolean
}

const characters = (text: string): number => [...text].length
const upTo = (most: number) => (text: string) => characters(text) <= most
const matching = (pattern: RegExp) => (text: string) => pattern.test(text)

const CHINESE = /[\u3400-\u9fff\uf900-\ufaff]/
const TIME = /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?/.source
const DATE = /\d{4}(?:年\d{1,2}月\d{1,2}日|[-/.]\d{1,2}[-/.]\d{1,2})/.source

/** What WeChat accepts in a field of a subscribe message, by the field's type (微信消息字段). */
const RULES: Readonly<Record<string, FieldRule>> = {
  thing: { accepts: upTo(20) },
  character_string: { accepts: (text) => characters(text) <= 32 && !CHINESE.test(text) },
  phrase: { accepts: matching(/^[\u3400-\u9fff\uf900-\ufaff]{1,5}$/) },
  name: { accepts: upTo(10) },
  number: { accepts: (text) => characters(text) <= 32 && /^-?\d+(\.\d+)?$/.test(text) },
  letter: { accepts: matching(/^[A-Za-z]{1,32}$/) },
  symbol: { accepts: upTo(5) },
  phone_number: { accepts: matching(/^[\d+\-() ]{1,17}$/) },
  amount: { accepts: matching(/^[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?$/) },
  car_number: { accepts: upTo(8) },
  date: { accepts: matching(new RegExp(`^${DATE}(?: ${TIME})?$`)) },
  time: {
    accepts: matching(new RegExp(`^(?:(?:${DATE} ?)?${TIME}(?:~(?:${DATE} ?)?${TIME})?|${DATE})$`)),
  },
}

/** The type of a template field: `thing1` is a `thing`. */
function fieldType(field: string): string {
  return field.replace(/\d+$/, '')
}

/** Whether WeChat would take this value; an empty one it never does. */
export function acceptsValue(field: string, value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return false
  const text = String(value)
  return text.trim() !== '' && (RULES[fieldType(field)]?.accepts(text) ?? false)
}
