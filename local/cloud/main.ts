import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { COLLECTIONS } from '../../cloudfunctions/core/store/collections'
import { loadSeed } from '../../seed/load'
import type { Seed } from '../../seed/load'
import { startCloud } from './cloud'
import type { Cloud } from './cloud'
import type { LogTarget } from './functions/call-log'
import { localKeys } from './functions/local-keys'
import { parseCommandLine } from './options'
import type { CommandLine } from './options'
import { StartupError } from './startup-error'

/** The bundle lies in dist/local; the functions and the preview are built beside it. */
const DIST = join(__dirname, '..')
const SEED_DATA = join(DIST, '../seed/data')
const MINI_PROGRAM = join(DIST, '../miniprogram/app.json')

const STOP_LIMIT_MS = 5000

async function main(): Promise<void> {
  // As in the cloud: code that forgets to name Asia/Shanghai is found here, not there.
  process.env['TZ'] = 'UTC'
  const options = parseCommandLine(process.argv.slice(2))
  const keys = localKeys()
  // The seed seals the phones of the demo staff, as the functions will read them.
  Object.assign(process.env, keys)
  const seed = readSeedFiles(options.seed ?? SEED_DATA)
  const cloud = await startCloud({
    ...options,
    log: logTarget(options),
    functionsFolder: options.functions ?? join(DIST, 'cloudfunctions'),
    workerFile: join(__dirname, 'worker.cjs'),
    previewFolder: options.preview ? join(DIST, 'preview') : null,
    variables: { ...keys, TOWNSHIP: seed.township },
    collections: COLLECTIONS,
    seed: () => seed,
    pages: pagesOf(MINI_PROGRAM),
  })
  stopOnSignal(cloud)
  process.stdout.write(`ready ${cloud.url}\n`)
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
