/** One import: everything that is wrong, or the difference, or the difference written. */
import { existsSync } from 'node:fs'
import { decode } from './decode'
import { differenceLines, differenceOf } from './difference'
import { emptyTownship, readFolder, writeFolder } from './folder'
import { readGrids } from './grid'
import type { Problem } from './grid'

const MOST_PROBLEMS = 30

export interface ImportRequest {
  readonly file: string
  /** The township's files; made when there are none. */
  readonly seed: string
  /** Whose holidays and life events a new township begins with. */
  readonly model: string
  readonly edition: string
  /** False: only say what would change. */
  readonly apply: boolean
}

export interface Imported {
  readonly lines: readonly string[]
  /** False when something was wrong: then nothing was written. */
  readonly done: boolean
}

/** @throws FileProblem when the file cannot be read at all */
export async function importFile({
  file,
  seed,
  model,
  edition,
  apply,
}: ImportRequest): Promise<Imported> {
  const { grids, problems: misread } = await readGrids(file)
  const before = existsSync(seed) ? readFolder(seed) : emptyTownship(readFolder(model))
  const current = before.items.version === '' ? edition : before.items.version
  before.items.version = current
  const { files, problems: wrong } = decode(grids, before)
  const problems = [...misread, ...wrong]
  if (problems.length > 0) return { lines: problemLines(problems), done: false }
  const lines = differenceLines(differenceOf(before, files))
  if (!apply) {
    const note = '这是试一遍，什么都没有写。看着对，加上 --apply 再来一次。'
    return { lines: [...lines, note], done: true }
  }
  files.items.version = edition
  writeFolder(seed, files)
  return { lines: [...lines, `写进去了：${seed}。`], done: true }
}

function problemLines(problems: readonly Problem[]): string[] {
  const more = problems.length - MOST_PROBLEMS
  return [
    `有${String(problems.length)}处不对，什么都没有写：`,
    ...problems.slice(0, MOST_PROBLEMS).map((one) => `  ${sentenceOf(one)}`),
    ...(more > 0 ? [`  还有${String(more)}处。改好这些再试。`] : []),
  ]
}

/** `表“事项”第5行“承诺工作日”：……` */
function sentenceOf({ sheet, row, column, problem }: Problem): string {
  const where = [
    sheet === '' ? '' : `表“${sheet}”`,
    row === null ? '' : `第${String(row)}行`,
    column === '' ? '' : `“${column}”`,
  ].join('')
  return where === '' ? problem : `${where}：${problem}`
}
