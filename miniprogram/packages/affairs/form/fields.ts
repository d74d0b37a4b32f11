/** What a form asks: one field after the other, most of them chosen and not typed. */
export type Values = Readonly<Record<string, string>>

export interface Choice {
  readonly key: string
  readonly text: string
}

/** Choices that are fetched when the form opens. */
export type Source = 'units' | 'topics' | 'villages' | 'people' | 'parties'

export interface Field {
  readonly key: string
  readonly label: string
  readonly kind: 'choice' | 'line' | 'area' | 'date'
  readonly hint?: string
  readonly most?: number
  readonly choices?: readonly Choice[]
  readonly from?: Source
  readonly optional?: boolean
  /** Asked only when the answers so far make it matter. */
  readonly when?: (values: Values) => boolean
  /** What stands there at the start. */
  readonly start?: string
}

export const shownFields = (fields: readonly Field[], values: Values): Field[] =>
  fields.filter(({ when }) => when?.(values) ?? true)

/** What is missing or too long, by field; empty when it can be sent. */
export function checkFields(fields: readonly Field[], values: Values): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { key, kind, optional, most = 500 } of shownFields(fields, values)) {
    const value = (values[key] ?? '').trim()
    if (!value && !optional) errors[key] = kind === 'choice' ? '选一个' : '还没填'
    if (value.length > most) errors[key] = `太长了，最多${String(most)}个字`
  }
  return errors
}
