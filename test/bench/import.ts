/**
 * `npm run bench -- import`: 2,000 items and 20,000 households as a spreadsheet, imported in a process
 * of their own. The budget is 60 s and 512 MB.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { readSeed } from '../../seed/read'
import type { Files, Row } from '../../tools/township/decode'
import { workbookOf } from '../../tools/township/encode'
import { readFolder } from '../../tools/township/folder'
import { importFile } from '../../tools/township/import'

const ITEMS = 2000
const HOUSEHOLDS = 20_000
const MODEL = path.join(__dirname, '../../seed/data')

/** The sample township, grown: its items over and over under new codes, its villages full. */
function grown(files: Files): Files {
  const models = files.items.items as Row[]
  const villages = files.villages.villages as Row[]
  const code = (n: number): string =>
    `${String.fromCharCode(65 + (Math.floor(n / 900) % 26))}${String.fromCharCode(65 + (n % 26))}-${String(100 + Math.floor(n / 26)).padStart(3, '0')}`
  const items = Array.from({ length: ITEMS }, (_, n) =>
    n < models.length ? models[n] : { ...models[n % models.length], code: code(n) },
  )
  const households = Array.from({ length: HOUSEHOLDS }, (_, n) => ({
    village: villages[n % villages.length]?.id,
    no: String(Math.floor(n / villages.length) + 1).padStart(4, '0'),
    group: `${String((n % 12) + 1)}组`,
    head: '某家',
  }))
  return {
    ...files,
    items: { ...files.items, items },
    households: { note: '示例', households },
  }
}

async function prepare(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'import-'))
  try {
    const file = path.join(folder, '大乡.xlsx')
    await workbookOf(grown(readFolder(MODEL))).xlsx.writeFile(file)
    const megabytes = (statSync(file).size / 1024 / 1024).toFixed(1)
    console.log(`${String(ITEMS)}个事项，${String(HOUSEHOLDS)}户，${megabytes} MB`)
    const [node, script = ''] = process.argv
    const { stdout, stderr } = spawnSync(
      node ?? process.execPath,
      [script, file, path.join(folder, 'seed')],
      {
        encoding: 'utf8',
      },
    )
    process.stdout.write(stdout + stderr)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function measure(file: string, seed: string): Promise<void> {
  const started = performance.now()
  const { lines, done } = await importFile({
    file,
    seed,
    model: MODEL,
    edition: '2026.12',
    apply: true,
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (!done) throw new Error(lines.join('\n'))
  const peak = Math.round(process.resourceUsage().maxRSS / 1024)
  const { items, households } = readSeed(seed)
  const counts = `${String(items.items.length)}个事项，${String(households.households.length)}户`
  console.log(`导入 ${seconds} 秒，内存最多 ${String(peak)} MB；写进去了${counts}`)
}

const [, , file, seed] = process.argv
void (file !== undefined && seed !== undefined ? measure(file, seed) : prepare())
