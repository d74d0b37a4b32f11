import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import * as z from 'zod'
import { bindResidentInput } from '../../../cloudfunctions/account/schema'
import { submitInput } from '../../../cloudfunctions/case/schema/intake'
import { AppError } from '../../../cloudfunctions/core/kernel/errors'
import { parseInput } from '../../../cloudfunctions/core/kernel/input'
import { rateInput } from '../../../cloudfunctions/rating/schema'
import { holds } from '../support/holds'

/** What the person is told; throws when the input was taken. */
function refusalOf(schema: z.ZodType, input: unknown): AppError {
  try {
    parseInput(schema, input)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('the input was taken')
}

const fieldsOf = (schema: z.ZodType, input: unknown) => refusalOf(schema, input).details.fields

const form = z.object({
  name: z.string().min(1).max(4),
  code: z.string().min(6).optional(),
  papers: z
    .array(z.object({ key: z.string() }))
    .max(2)
    .optional(),
  by: z.enum(['phone', 'paper']).optional(),
  day: z
    .string()
    .refine((day) => day.includes('日'), '不是一个日子')
    .optional(),
})

describe('right input', () => {
  test('is given on as the schema reads it, without what nobody asked for', () => {
    expect(parseInput(form, { name: '覃大旺', extra: 1 })).toEqual({ name: '覃大旺' })
  })
})

describe('wrong input', () => {
  test.each([
    ['a field left out', {}, { name: '没有填' }],
    ['a field left empty', { name: '' }, { name: '没有填' }],
    ['a number for a text', { name: 7 }, { name: '格式不对' }],
    ['too long', { name: '欧阳覃大旺' }, { name: '太多了，最多4个字' }],
    ['too short', { name: '覃', code: '123' }, { code: '太少了，至少要6' }],
    [
      'too many',
      { name: '覃', papers: [1, 2, 3].map(() => ({ key: 'a' })) },
      { papers: '太多了，最多2' },
    ],
    ['a choice that is none', { name: '覃', by: 'pigeon' }, { by: '格式不对' }],
    ['what the rule itself says', { name: '覃', day: '明年' }, { day: '不是一个日子' }],
    [
      'deep inside a list',
      { name: '覃', papers: [{ key: 'a' }, {}] },
      { 'papers.1.key': '没有填' },
    ],
    ['not a form at all', 'hello', { _: '格式不对' }],
    ['nothing at all', undefined, { _: '没有填' }],
    ['two fields at once', { code: '1' }, { name: '没有填', code: '太少了，至少要6' }],
  ])('%s is told field by field', (_what, input, fields) => {
    expect(fieldsOf(form, input)).toEqual(fields)
  })

  test('of several faults in one field the first is told', () => {
    const strict = z.object({
      day: z
        .string()
        .refine(() => false, '一')
        .refine(() => false, '二'),
    })
    expect(fieldsOf(strict, { day: 'x' })).toEqual({ day: '一' })
  })

  test('says what happened and what to do now, and repeats nothing of what was typed', () => {
    const { code, message } = refusalOf(form, { name: '很长很长的名字' })
    expect(code).toBe('INVALID_INPUT')
    expect(message).toMatch(/^有地方没填对：.+。改好再交一次，别的都还在。$/)
    expect(message).not.toContain('很长')
  })

  test.each([
    ['registering', bindResidentInput],
    ['handing in', submitInput],
    ['rating', rateInput],
  ])(
    'whatever is sent when %s, each field is explained without a word of English',
    (_what, schema) => {
      const keys = Object.keys(schema.shape)
      const inputs = fc.oneof(
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom(...keys), fc.jsonValue(), { maxKeys: keys.length }),
      )
      holds(
        fc.property(inputs, (input) => {
          fc.pre(!schema.safeParse(input).success)
          const said = Object.values(fieldsOf(schema, input) ?? {})
          expect(said.length).toBeGreaterThan(0)
          expect(said.filter((words) => !/^[^a-zA-Z]+$/.test(words))).toEqual([])
        }),
      )
    },
  )
})
