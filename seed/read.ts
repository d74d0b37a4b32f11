/** Reads the data files and checks them: shape, unique ids, and that every reference exists. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type * as z from 'zod'
import { plainIssue } from '../cloudfunctions/core/kernel/input'
import { referenceProblems } from './references'
import { FILES, NO_FILES, OPTIONAL_FILES } from './schema'
import type { SeedData } from './schema'

/** One thing wrong in the data, told so that whoever keeps the file finds it. */
export interface SeedProblem {
  readonly file: string
  /** The row by its id or code, and its place counted from 1; empty for the file as a whole. */
  readonly row: string
  readonly field: string
  readonly problem: string
}

export class SeedError extends Error {
  override readonly name = 'SeedError'
  constructor(readonly problems: readonly SeedProblem[]) {
    const lines = problems
      .slice(0, 20)
      .map(
        ({ file, row, field, problem }) =>
          `  ${[file, row, field].filter(Boolean).join('，')}：${problem}`,
      )
    const more = problems.length > 20 ? `\n  还有${String(problems.length - 20)}处` : ''
    super(`乡里的数据有${String(problems.length)}处不对，改好再启动：\n${lines.join('\n')}${more}`)
  }
}

/** @throws SeedError naming file, row and field of everything that is wrong. */
export function readSeed(directory: string): SeedData {
  const problems: SeedProblem[] = []
  const contents: Record<string, unknown> = { ...NO_FILES }
  for (const name of [...Object.keys(FILES), ...Object.keys(OPTIONAL_FILES)]) {
    const file = path.join(directory, `${name}.json`)
    if (name in NO_FILES && !existsSync(file)) continue
    const content = readJson(file, `${name}.json`, problems)
    if (content !== undefined) contents[name] = content
  }
  if (problems.length > 0) throw new SeedError(problems)
  const { data, wrong } = checkSeed(contents)
  const told = wrong.map(({ name, issue }) => problemOf(`${name}.json`, contents[name], issue))
  if (told.length > 0) throw new SeedError(told)
  const broken = referenceProblems(data)
  if (broken.length > 0) throw new SeedError(broken)
  return data
}

export interface WrongField {
  readonly name: string
  readonly issue: z.core.$ZodIssue
}

/** Every file against its schema; `data` is good only when nothing is wrong. */
export function checkSeed(contents: Readonly<Record<string, unknown>>): {
  readonly data: SeedData
  readonly wrong: readonly WrongField[]
} {
  const data: Record<string, unknown> = {}
  const wrong: WrongField[] = []
  for (const [name, schema] of Object.entries({ ...FILES, ...OPTIONAL_FILES })) {
    const result = (schema as z.ZodType).safeParse(contents[name], { reportInput: true })
    if (result.success) data[name] = result.data
    else wrong.push(...result.error.issues.map((issue) => ({ name, issue })))
  }
  return { data: data as unknown as SeedData, wrong }
}

function readJson(file: string, name: string, problems: SeedProblem[]): unknown {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    problems.push({ file: name, row: '', field: '', problem: '没有这个文件，或者读不了' })
    return undefined
  }
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const problem = `不是正确的 JSON（${error instanceof Error ? error.message : ''}）`
    problems.push({ file: name, row: '', field: '', problem })
    return undefined
  }
}

function problemOf(file: string, content: unknown, issue: z.core.$ZodIssue): SeedProblem {
  const [list, index, ...rest] = issue.path
  if (typeof list === 'string' && typeof index === 'number') {
    const rows = (content as Record<string, unknown[]>)[list]
    const row = rows?.[index] as { id?: string; code?: string; date?: string } | undefined
    const name = row?.code ?? row?.id ?? row?.date ?? ''
    return {
      file,
      row: `第${String(index + 1)}行 ${name}`.trim(),
      field: rest.join('.'),
      problem: plainIssue(issue),
    }
  }
  return { file, row: '', field: issue.path.join('.'), problem: plainIssue(issue) }
}
