import { expect, test } from '@jest/globals'
import { acceptsValue } from '../../../local/cloud/wechat/field-rules'

test.each([
  ['thing1', '临时救助申请已受理', true],
  ['thing1', '一'.repeat(20), true],
  ['thing1', '一'.repeat(21), false],
  ['thing1', '', false],
  ['thing1', '  ', false],
  ['character_string2', 'A-1117-48305-6', true],
  ['character_string2', '编号1117', false],
  ['character_string2', 'x'.repeat(33), false],
  ['phrase3', '已受理', true],
  ['phrase3', '已经受理了吗', false],
  ['phrase3', 'ok', false],
  ['name4', '王小明', true],
  ['name4', '一'.repeat(11), false],
  ['number5', '12345678901234567890123456789012', true],
  ['number5', '12a', false],
  ['phone_number6', '0797-12345678', true],
  ['phone_number6', '1'.repeat(18), false],
  ['amount7', '¥120.50', true],
  ['amount7', '¥12345678901', false],
  ['time8', '2026年11月17日 09:30', true],
  ['time8', '2026-11-17 09:30:00', true],
  ['time8', '09:30', true],
  ['time8', '2026年11月19日 09:00~11:30', true],
  ['time8', '25:00', false],
  ['time8', '明天上午', false],
  ['date9', '2026年11月17日', true],
  ['date9', '2026-11-17', true],
  ['date9', '17/11/2026', false],
  ['unknown1', 'x', false],
])('%s takes %s: %s', (field, value, accepted) => {
  expect(acceptsValue(field, value)).toBe(accepted)
})

test('a value that is neither text nor number is refused', () => {
  expect(acceptsValue('thing1', undefined)).toBe(false)
  expect(acceptsValue('thing1', { toString: () => 'x' })).toBe(false)
  expect(acceptsValue('number1', 12)).toBe(true)
})
