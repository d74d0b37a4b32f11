import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { COLLECTIONS } from '../../cloudfunctions/core/store/collections'
import { loadSeed } from '../../seed/load'
import type { Seed } from '../../seed/load'
import { startCloud } from './cloud'
import type { Cloud } from './cloud'
import { DataFolder } from './data-folder'
import type { LogTarget } from './functions/call-log'
import { localKeys } from './functions/local-keys'
import { NO_LIMITS, PRODUCTION_LIMITS } from './limits'
import { parseCommandLine } from './options'
import type { CommandLine } from './options'
import { StartupError } from './startup-error'
import { exportToFile, importFromFile } from './state-file'

/** The bundle lies in dist/local; the functions and the preview are built beside it. */
const DIST = join(__dirname, '..')
const SEED_DATA = join(DIST, '../seed/data')
const MINI_PROGRAM = join(DIST, '../miniprogram/app.json')

const STOP_LIMIT_MS = 5000

async function main(): Promise<void> {
  // As in the cloud: code that forgets to name Asia/Shanghai is found here, not there.
  process.env['TZ'] = 'UTC'
  const options = parseCommandLine(process.argv.slice(2))
  if (options.export !== undefined) return exportData(options.data, options.export)
  if (options.import !== undefined) await importData(options, options.import)
  const keys = localKeys()
  // The seed seals the phones of the demo staff, as the functions will read them.
  Object.assign(process.env, keys)
  const seeds = (options.seed ?? [SEED_DATA]).map(readSeedFiles)
  const cloud = await startCloud({
    ...options,
    // What was just imported stays.
    fresh: options.fresh && options.import === undefined,
    limits: options.limits ? PRODUCTION_LIMITS : NO_LIMITS,
    log: logTarget(options),
    functionsFolder: options.functions ?? join(DIST, 'cloudfunctions'),
    workerFile: join(__dirname, 'worker.cjs'),
    previewFolder: options.preview ? join(DIST, 'preview') : null,
    variables: { ...keys, TOWNSHIP: seeds[0]?.township ?? '' },
    collections: COLLECTIONS,
    seeds,
    pages: pagesOf(MINI_PROGRAM),
  })
  stopOnSignal(cloud)
  outliveForgottenErrors()
  if (!options.test) process.stderr.write(`看看里面有什么：${cloud.url}/inspect\n`)
  process.stdout.write(`ready ${cloud.url}\n`)
}

async function exportData(data: string, file: string): Promise<void> {
  const { documents, files } = await exportToFile(new DataFolder(data), file)
  process.stderr.write(`导出了 ${documents} 份文档、${files} 个文件：${file}\n`)
}

async function importData({ data, fresh }: CommandLine, file: string): Promise<void> {
  const folder = new DataFolder(data)
  if (fresh) folder.clear()
  const { documents, files } = await importFromFile(folder, file)
  process.stderr.write(`导入了 ${documents} 份文档、${files} 个文件。\n`)
}

/** Every page of the mini-program, those of its subpackages too; null without a mini-program. */
function pagesOf(file: string): string[] | null {
  if (!existsSync(file)) return null
  const app = JSON.parse(readFileSync(file, 'utf8')) as {
    pages: string[]
    subpackages?: { root: string; pages: string[] }[]
  }
  const inside = ({ root, pages }: { root: string; pages: string[] }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`)
  return [...app.pages, ...(app.subpackages ?? []).flatMap(inside)]
}

/** What is wrong with the data files is for the person at the keyboard, without a stack. */
function readSeedFiles(directory: string): Seed {
  try {
    return loadSeed(directory)
  } catch (error) {
    if (error instanceof Error && error.name === 'SeedError') {
      throw new StartupError('brokenSeed', error.message)
    }
    throw error
  }
}

/** A mistake of ours in one request is no reason to take the others down; the data is durable. */
function outliveForgottenErrors(): void {
  process.on('unhandledRejection', (error) => {
    const text = error instanceof Error ? error.stack : String(error)
    process.stderr.write(`internal error: ${text}\n`)
  })
}

/** Ctrl-C reaches us from the terminal and from npm: the second time changes nothing. */
function stopOnSignal(cloud: Cloud): void {
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref()
    void cloud.close().then(() => process.exit(0))
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
}

/** Tests speak for themselves; a person wants to see the calls. */
function logTarget({ log, test }: CommandLine): LogTarget {
  if (log !== undefined) return { file: log }
  return test ? 'off' : 'stderr'
}

main().catch((error: unknown) => {
  if (error instanceof StartupError) {
    process.stderr.write(`${error.message}\n`)
    process.exit(error.exitCode)
  }
  process.stderr.write(`本机云启动失败：${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
