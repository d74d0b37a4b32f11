/** Checks the chains of a data folder that is not in use, or of an export (`npm start -- --export`). */
import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { EJSON } from 'bson'
import { brokenMatter, LEDGER_NAMES } from '../cloudfunctions/core/store/ledger'
import type { LedgerDocument, LedgerName } from '../cloudfunctions/core/store/ledger'
import { DataFolder } from '../local/cloud/data-folder'

const USAGE = '用法：npm run ledger -- verify [--data .data | --file 导出的文件]'
const PART = 500

type Entry = readonly [LedgerName, LedgerDocument]

function* fromFolder(path: string): Generator<Entry> {
  if (!existsSync(path)) throw new Error(`没有这个数据目录：${path}`)
  const database = new DataFolder(path).openDatabase({})
  try {
    for (const name of LEDGER_NAMES.filter((one) => database.hasCollection(one))) {
      for (let after = 0; ;) {
        const { docs, last } = database.scan(name, after, PART)
        if (docs.length === 0) break
        for (const doc of docs) yield [name, doc as unknown as LedgerDocument]
        after = last
      }
    }
  } finally {
    database.close()
  }
}

async function* fromFile(path: string): AsyncGenerator<Entry> {
  if (!existsSync(path)) throw new Error(`没有这个文件：${path}`)
  let name: LedgerName | undefined
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity })
  for await (const line of lines) {
    if (line.startsWith('{"collection":')) {
      const { collection } = JSON.parse(line) as { collection: string }
      name = LEDGER_NAMES.find((one) => one === collection)
    } else if (name && line.startsWith('{"document":')) {
      yield [name, (EJSON.parse(line) as { document: LedgerDocument }).document]
    }
  }
}

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string', default: '.data' }, file: { type: 'string' } },
  })
  if (positionals.join() !== 'verify') {
    console.error(USAGE)
    return 2
  }
  let matters = 0
  let steps = 0
  let broken = 0
  const entries = values.file === undefined ? fromFolder(values.data) : fromFile(values.file)
  for await (const [name, doc] of entries) {
    matters += 1
    steps += doc.log.length
    const found = brokenMatter(name, doc)
    if (!found) continue
    broken += 1
    const { kind, number, n, of, why, on } = found
    console.log(`✗ ${kind} ${number}：第${String(n)}步（共${String(of)}步，${on}）${why}`)
  }
  console.log(
    `${broken === 0 ? '✓ 都对得上' : `✗ ${String(broken)}件对不上`}：` +
      `核对了${String(matters)}件事、${String(steps)}步。`,
  )
  return broken === 0 ? 0 : 1
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  },
)
