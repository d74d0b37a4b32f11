import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { fitting, nextQuestion } from '../../../miniprogram/shared/three-questions'
import type { Answers, Asked } from '../../../miniprogram/shared/three-questions'

const read = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, `../../../seed/data/${name}.json`), 'utf8')) as object
const { items } = read('items') as { items: Asked[] }
const { categories } = read('categories') as { categories: { id: string; name: string }[] }

/** Every way through the questions, with "说不清" among the answers. */
function* walks(answers: Answers = {}): Generator<{ answers: Answers; depth: number }> {
  const question = nextQuestion(items, categories, answers)
  if (!question) {
    yield { answers, depth: Object.keys(answers).length }
    return
  }
  for (const { id } of [...question.options, { id: '' }]) {
    yield* walks({ ...answers, [question.key]: id })
  }
}

const ends = [...walks()]

describe('我要办什么', () => {
  it('asks three questions at most, and never ends with nothing', () => {
    expect(ends.length).toBeGreaterThan(20)
    for (const { answers, depth } of ends) {
      expect(depth).toBeLessThanOrEqual(3)
      expect(fitting(items, categories, answers).length).toBeGreaterThan(0)
    }
  })

  it('leads to every matter, on a list short enough to read', () => {
    const best = new Map<string, number>()
    for (const { answers } of ends) {
      const found = fitting(items, categories, answers)
      for (const { code } of found) best.set(code, Math.min(best.get(code) ?? 999, found.length))
    }
    expect(items.filter(({ code }) => !best.has(code))).toEqual([])
    expect(Math.max(...best.values())).toBeLessThanOrEqual(12)
  })

  it('says how many are left, and means it', () => {
    const question = nextQuestion(items, categories, {})
    expect(question?.key).toBe('event')
    for (const { id, count } of question?.options ?? []) {
      expect(fitting(items, categories, { event: id })).toHaveLength(count)
    }
  })

  it('asks nothing when there is nothing to ask about', () => {
    expect(nextQuestion([], categories, {})).toBeNull()
    expect(nextQuestion(items.slice(0, 2), categories, {})).toBeNull()
  })

  it('understands what people come for', () => {
    const want = (name: string) =>
      ['new', 'change', 'end', 'ask'].find((id) =>
        fitting(items, categories, { want: id }).some((item) => item.name === name),
      )
    expect(want('残疾人证注销')).toBe('end')
    expect(want('户口迁移（预约）')).toBe('change')
    expect(want('法律咨询')).toBe('ask')
    expect(want('临时救助')).toBe('new')
  })
})
