/** `npm run township`: spreadsheets to the township's files and back; see tools/township.mjs. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { businessDate } from '../../miniprogram/shared/dates'
import type { Files } from './decode'
import { workbookOf } from './encode'
import { emptyTownship, readFolder } from './folder'
import { FileProblem } from './grid'
import { importFile } from './import'

const USAGE = `用法：
  npm run township -- init 新乡.xlsx          写一份空表，带着节假日、大类和示例制度
  npm run township -- export 全乡.xlsx        把现在的资料写成表
  npm run township -- import 全乡.xlsx        检查，只说有什么不同；也收一张表的 .csv（文件名就是表名）
  npm run township -- import 全乡.xlsx --apply  没有错才写，要么全写，要么不写
选项：
  --seed DIR      资料在哪里（默认 seed/data；导入时写到这里，没有就新建）
  --edition 2026.12   目录和《百事通》的版本（默认这个月）`

const MODEL = path.join(__dirname, '../../seed/data')

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: MODEL },
      edition: { type: 'string' },
      apply: { type: 'boolean', default: false },
    },
  })
  const [command = '', file = ''] = positionals
  const { seed } = values
  if (file !== '' && command === 'init')
    return writeWorkbook(file, emptyTownship(readFolder(MODEL)))
  if (file !== '' && command === 'export') return writeWorkbook(file, readFolder(seed))
  if (file !== '' && command === 'import') {
    const edition = values.edition ?? businessDate(new Date()).slice(0, 7).replace('-', '.')
    const { lines, done } = await importFile({
      file,
      seed,
      model: MODEL,
      edition,
      apply: values.apply,
    })
    for (const line of lines) say(line)
    if (done && values.apply) {
      say(`下次 npm start${seed === MODEL ? '' : ` -- --seed ${seed}`} 就是新的。`)
    }
    return done ? 0 : 1
  }
  say(USAGE)
  return 2
}

async function writeWorkbook(file: string, files: Files): Promise<number> {
  if (existsSync(file)) {
    say(`${file} 已经有了，没有写。换个名字，或者先移走。`)
    return 1
  }
  await workbookOf(files).xlsx.writeFile(file)
  say(`写好了：${file}`)
  return 0
}

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    const isOption =
      error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
    if (isOption) say(USAGE)
    else
      say(
        error instanceof FileProblem
          ? error.message
          : String(error instanceof Error ? error.stack : error),
      )
    process.exitCode = isOption ? 2 : 1
  },
)
