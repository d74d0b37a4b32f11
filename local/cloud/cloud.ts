import type { Clock } from './clock/clock'
import { PACES } from './clock/time-travel'
import { DataFolder } from './data-folder'
import type { Database, IndexSpec } from './database/interface'
import { Calls } from './functions/call'
import { CallLog } from './functions/call-log'
import type { LogTarget } from './functions/call-log'
import { FunctionCatalog } from './functions/function-catalog'
import { Functions } from './functions/functions'
import { Faults } from './gateway/faults'
import { addRoutes } from './gateway/routes'
import { createServer, listen } from './gateway/server'
import type { Limits } from './limits'
import { PRODUCTION_LIMITS } from './limits'
import { ServiceRegistry } from './registry'
import { applySeed } from './seeding'
import type { Seed } from './seeding'
import { FileStore } from './storage/file-store'
import { SignedUrls } from './storage/signed-url'
import { nextDueIn } from './timers/next-due'
import { Timers } from './timers/timers'
import { MessageStore } from './wechat/message-store'
import { Wechat } from './wechat/wechat'

export interface CloudOptions {
  readonly port: number
  readonly data: string
  readonly fresh?: boolean
  /** Where a new clock starts (epoch ms). */
  readonly now?: number
  readonly workers: number
  readonly sync?: 'full' | 'off'
  readonly test?: boolean
  readonly timers?: boolean
  /** Those of production when left out. */
  readonly limits?: Limits
  readonly log: LogTarget
  readonly functionsFolder: string
  readonly workerFile: string
  readonly previewFolder: string | null
  /** Environment variables of the functions. */
  readonly variables: Readonly<Record<string, string>>
  readonly collections: readonly {
    readonly name: string
    readonly indexes: readonly IndexSpec[]
  }[]
  /** One for each township of the environment. */
  readonly seeds: readonly Seed[]
  /** Pages of the mini-program, without a leading slash; others cannot be opened by a message. */
  readonly pages?: readonly string[] | null
  /** Acceptances of every template that each of the demo staff starts with. */
  readonly initialPermits?: number
}

export interface Cloud {
  readonly url: string
  overview(): { name: string; where?: string }[]
  close(): Promise<void>
}

/** Starts the services one on the other; when one fails, those before it are stopped again. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const { limits = PRODUCTION_LIMITS } = options
  const log = new CallLog(options.log)
  const catalog = new FunctionCatalog(options.functionsFolder, limits, (text) => log.line(text))
  const folder = new DataFolder(options.data)
  if (options.fresh) folder.clear()

  const registry = new ServiceRegistry()
  await registry.start({ name: 'log', start: () => log.where, stop: () => log.close() })
  try {
    const clock = folder.openClock(options.now)
    const database = await openDatabase(folder, clock, log, registry, options)
    for (const seed of options.seeds) await applySeed(database, seed)
    const wechat = await openWechat(database, clock, options)

    const [calls, faults] = [new Calls(), new Faults()]
    const functions = new Functions({ ...options, catalog, limits, clock, calls, faults, log })
    const timers = new Timers(catalog, functions, clock)
    const townships = options.seeds.map(({ township }) => township)
    const nextDue = nextDueIn(database, options.collections, townships)
    const server = await createServer(log)
    await registry.start({ name: 'storage', start: () => folder.storage })
    let url = ''
    await addRoutes(server, {
      ...{ limits, database, clock, wechat, functions, calls, faults, log },
      previewFolder: options.previewFolder,
      test: options.test ?? false,
      files: new FileStore(folder.storage),
      urls: new SignedUrls(
        () => url,
        () => clock.now(),
      ),
      timers: () => timers.overview(),
      services: () => registry.overview(),
      tick: () => timers.tick(),
      travel: (target, pace) =>
        timers.pausedDuring(() =>
          PACES[pace](target, {
            clock,
            nextDue,
            tick: () => timers.tick().then(() => undefined),
          }),
        ),
    })

    await registry.start({
      name: 'gateway',
      start: async () => (url = await listen(server, options.port)),
      stop: () => server.close(),
    })
    await registry.start({
      name: 'functions',
      start: () => functions.start(url).then(() => options.functionsFolder),
      stop: () => functions.stop(),
    })
    await registry.start({
      name: 'timers',
      start: async () => {
        await timers.tick()
        if (options.timers ?? true) timers.start()
      },
      stop: () => timers.stop(),
    })
    return { url, overview: () => registry.overview(), close: () => registry.stop() }
  } catch (error) {
    await registry.stop()
    throw error
  }
}

async function openDatabase(
  folder: DataFolder,
  clock: Clock,
  log: CallLog,
  registry: ServiceRegistry,
  { sync, collections, limits = PRODUCTION_LIMITS }: CloudOptions,
): Promise<Database> {
  const database = folder.openDatabase({
    sync: sync ?? 'full',
    now: () => clock.now(),
    transactionLimitMs: limits.transactionMs,
    onSlowQuery: (query) => log.line(`slow query: ${JSON.stringify(query)}`),
  })
  await registry.start({
    name: 'database',
    start: () => folder.path,
    stop: () => database.close(),
  })
  for (const { name, indexes } of collections) {
    if (!database.hasCollection(name)) database.createCollection(name)
    for (const index of indexes) database.ensureIndex(name, index)
  }
  return database
}

async function openWechat(
  database: Database,
  clock: Clock,
  { seeds, initialPermits = 20, pages = null, limits = PRODUCTION_LIMITS }: CloudOptions,
): Promise<Wechat> {
  const store = new MessageStore(database)
  const demoStaff = seeds.flatMap((seed) => seed.demoStaff)
  // The mini-program's own: the same for every township.
  const templates = seeds[0]?.templates ?? []
  const templateIds = templates.map(({ id }) => id)
  await store.allowAtFirst(demoStaff, templateIds, initialPermits)
  const rules = limits.messageRules
  return new Wechat({ templates, pages, store, now: () => clock.now(), rules })
}
