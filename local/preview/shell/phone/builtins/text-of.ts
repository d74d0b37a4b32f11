/** A property that should be text: numbers count as their digits, anything else as nothing. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
