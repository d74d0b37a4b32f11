/**
 * Every action on a case, every text in its input: ten thousand characters, a script, or what is no
 * text, is refused before anything is read or written (`parseInput` is what `serve` does first).
 */
import { describe, expect, test } from '@jest/globals'
import { AppError } from '../../cloudfunctions/core/kernel/errors'
import { parseInput } from '../../cloudfunctions/core/kernel/input'
import { actionTables } from '../support/action-tables'
import { CASE_SAMPLES } from '../support/case-samples'

const LONG = '长'.repeat(10_000)

type Path = readonly (string | number)[]

/** Where texts are in an input. */
function textsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => textsOf(entry, [...path, key]))
}

function withAt(value: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put
  const changed = withAt((value as Record<string, unknown>)[key], rest, put)
  if (Array.isArray(value)) {
    return value.map((one: unknown, n) => (n === Number(key) ? changed : one))
  }
  return { ...(value as object), [key]: changed }
}

const NAMES = Object.keys(CASE_SAMPLES)

async function codeOf(name: string, input: object): Promise<string> {
  const { case: table } = await actionTables()
  const action = table?.[name.replace('case.', '')]
  if (!action) throw new Error(`no action ${name}`)
  try {
    parseInput(action.input, input)
    return 'OK'
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.message).toMatch(/[一-龥]/)
    return error.code
  }
}

describe.each(NAMES)('%s', (name) => {
  const input = CASE_SAMPLES[name]?.input({ caseId: 'c1' }) ?? {}

  test('takes what it should', async () => {
    expect(await codeOf(name, input)).toBe('OK')
  })

  for (const path of textsOf(input)) {
    test(`refuses what is wrong in ${path.join('.')}`, async () => {
      for (const wrong of [LONG, 7, { $gt: '' }, null, ['']]) {
        expect([wrong, await codeOf(name, withAt(input, path, wrong) as object)]).toEqual([
          wrong,
          'INVALID_INPUT',
        ])
      }
    })
  }
})

/** What the program makes itself and looks up: it is shown to nobody. */
const IDS = new Set(['id', 'requestId', 'key', 'keys', 'fileId', 'cursor', 'number', 'code'])

test('a script in what people write is refused, in every action', async () => {
  const taken: string[] = []
  for (const name of NAMES) {
    const input = CASE_SAMPLES[name]?.input({ caseId: 'c1' }) ?? {}
    for (const path of textsOf(input)) {
      if (IDS.has(String(path.findLast((part) => Number.isNaN(Number(part)))))) continue
      const wrong = withAt(input, path, '好<script>alert(1)</script>') as object
      if ((await codeOf(name, wrong)) === 'OK') taken.push(`${name} ${path.join('.')}`)
    }
  }
  expect(taken).toEqual([])
})

describe('a paper', () => {
  const submitted = (fileId: string) =>
    codeOf('case.submit', {
      ...CASE_SAMPLES['case.submit']?.input({ caseId: '' }),
      materials: [{ key: 'id-card', fileId }],
    })

  test.each([
    'cloud://env.bucket/papers/a.jpg',
    'cloud://env.bucket/papers/a-1.JPEG',
    'cloud://env.bucket/papers/a.png',
    'cloud://env.bucket/papers/a.webp',
    'cloud://env.bucket/papers/a.heic',
  ])('%s is a photo', async (fileId) => {
    expect(await submitted(fileId)).toBe('OK')
  })

  test.each([
    'cloud://env.bucket/papers/a.exe',
    'cloud://env.bucket/papers/a.html',
    'cloud://env.bucket/papers/a.svg',
    'cloud://env.bucket/papers/a.jpg.js',
    'cloud://env.bucket/papers/a',
    'cloud://env.bucket/papers/../secret.jpg',
    'cloud://env.bucket/other/a.jpg',
    'https://elsewhere/papers/a.jpg',
    'data:image/jpeg;base64,AAAA',
    '',
  ])('%s is none', async (fileId) => {
    expect(await submitted(fileId)).toBe('INVALID_INPUT')
  })
})
