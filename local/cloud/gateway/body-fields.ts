import { GatewayError } from './gateway-error'

/** The JSON object of a request. */
export type Body = Readonly<Record<string, unknown>>

export function requiredText(body: Body, key: string): string {
  const value = body[key]
  if (typeof value !== 'string' || value === '') throw invalid(key, 'a non-empty string')
  return value
}

export function optionalText(body: Body, key: string): string | undefined {
  const value = body[key]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'string') throw invalid(key, 'a string')
  return value
}

/** A whole number of 0 or more. */
export function optionalCount(body: Body, key: string): number | undefined {
  const value = body[key]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalid(key, 'a whole number of 0 or more')
  }
  return value
}

export function optionalFlag(body: Body, key: string): boolean | undefined {
  const value = body[key]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'boolean') throw invalid(key, 'true or false')
  return value
}

export function requiredList(body: Body, key: string): readonly unknown[] {
  const value = body[key]
  if (!Array.isArray(value) || value.length === 0) throw invalid(key, 'a non-empty list')
  return value
}

export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function asBody(value: unknown, name: string): Body {
  if (!isBody(value)) throw invalid(name, 'an object')
  return value
}

function invalid(key: string, expected: string): GatewayError {
  return new GatewayError('INVALID_PARAM', `invalid parameter ${key}: expected ${expected}`)
}
