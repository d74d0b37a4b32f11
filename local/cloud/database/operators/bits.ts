import { refused } from '../errors'
import { isPlainObject } from '../plain-object'

/**
 * Whether the bits at some positions of a whole number are as wanted. Numbers of 53 bits are more
 * than JavaScript's bit operators hold, and a negative one goes on with ones for ever.
 *
 * @param operand a mask, or a list of positions
 */
export function bitTest(
  operator: string,
  operand: unknown,
  fits: (set: boolean[]) => boolean,
): (value: unknown) => boolean {
  const positions = positionsOf(operator, operand)
  return (value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return false
    const bits = BigInt(value)
    return fits(positions.map((position) => ((bits >> position) & 1n) === 1n))
  }
}

function positionsOf(operator: string, operand: unknown): bigint[] {
  const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
  if (Array.isArray(operand) && operand.every(isCount)) return operand.map(BigInt)
  if (!isCount(operand) || isPlainObject(operand)) {
    throw refused(`${operator} 的内容必须是不小于 0 的整数，或者位置的数组`)
  }
  const mask = BigInt(operand as number)
  const all = Array.from({ length: mask.toString(2).length }, (_, position) => BigInt(position))
  return all.filter((position) => ((mask >> position) & 1n) === 1n)
}
