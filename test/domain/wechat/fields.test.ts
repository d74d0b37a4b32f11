import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { templateData } from '../../../cloudfunctions/core/wechat/fields'
import { TEMPLATE_KEYS, templateId, TEMPLATES } from '../../../cloudfunctions/core/wechat/templates'
import { holds } from '../support/holds'
import { anyText } from '../support/texts'

/** WeChat's own limits (消息字段), in characters. */
const MOST: Readonly<Record<string, number>> = {
  thing: 20,
  phrase: 5,
  time: 32,
  character_string: 32,
}

const valuesOf = (value: string): Record<string, string> =>
  Object.fromEntries(
    ['matter', 'place', 'by', 'hint', 'state', 'at', 'number'].map((name) => [name, value]),
  )

const texts = fc.oneof(
  anyText,
  fc.string({ unit: fc.constantFrom(...'低保𠮷😀 \n\t　'), maxLength: 80 }),
)

describe.each(TEMPLATE_KEYS)('the message “%s”', (key) => {
  test('has every field of its template and no other, whatever values there are', () => {
    expect(Object.keys(templateData(key, {})).sort()).toEqual(
      Object.keys(TEMPLATES[key].fields).sort(),
    )
  })

  test('never has a field too long for WeChat or empty, whatever the values', () => {
    holds(
      fc.property(texts, (text) => {
        for (const [field, { value }] of Object.entries(templateData(key, valuesOf(text)))) {
          expect([...value].length).toBeLessThanOrEqual(MOST[field.replace(/\d+$/, '')] ?? 0)
          expect(value.trim()).not.toBe('')
        }
      }),
    )
  })

  test('is never without words when a value is missing', () => {
    const values = Object.values(templateData(key, {})).map(({ value }) => value)
    expect(values.filter((value) => value.trim() === '')).toEqual([])
  })
})

describe('cutting to length', () => {
  const thing = (text: string) => templateData('task', { matter: text }).thing1?.value

  test('twenty characters stay as they are, one more ends in an ellipsis', () => {
    expect(thing('一'.repeat(20))).toBe('一'.repeat(20))
    expect(thing('一'.repeat(21))).toBe('一'.repeat(19) + '…')
  })

  test('a rare character is one character and is not cut in half', () => {
    expect(thing('𠮷'.repeat(20))).toBe('𠮷'.repeat(20))
    expect(thing('𠮷'.repeat(25))).toBe('𠮷'.repeat(19) + '…')
  })

  test('line breaks and runs of blanks become one blank', () => {
    expect(thing('  低保\n\n  申请\t')).toBe('低保 申请')
  })

  test('a state of more than five characters is cut without an ellipsis', () => {
    expect(templateData('progress', { state: '已经受理了啊' }).phrase2?.value).toBe('已经受理了')
  })

  test('a number keeps to letters and digits even when there is none', () => {
    expect(templateData('booking', {}).character_string3?.value).toMatch(/^[\x21-\x7e]+$/)
  })
})

describe('the templates', () => {
  test('have different titles (WeChat refuses two of the same)', () => {
    expect(new Set(TEMPLATE_KEYS.map((key) => TEMPLATES[key].title)).size).toBe(
      TEMPLATE_KEYS.length,
    )
  })

  test('a deployment gives its own ids, the others stay those of the laptop', () => {
    process.env.TEMPLATE_IDS = '{"task":"abc"}'
    expect(templateId('task')).toBe('abc')
    expect(templateId('booking')).toBe('tpl-booking')
    delete process.env.TEMPLATE_IDS
    expect(templateId('task')).toBe('tpl-task')
  })
})
