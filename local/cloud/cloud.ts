import type { FastifyInstance } from 'fastify'
import type { Clock } from './clock/clock'
import { travelTo } from './clock/time-travel'
import { DataFolder } from './data-folder'
import type { Database, IndexSpec } from './database/interface'
import { Calls } from './functions/call'
import { CallLog } from './functions/call-log'
import type { LogTarget } from './functions/call-log'
import { readFunctionConfigs } from './functions/function-config'
import { Functions } from './functions/functions'
import { addAdminRoute } from './gateway/admin-route'
import { authActions } from './gateway/auth-actions'
import { addClockRoutes } from './gateway/clock-routes'
import { databaseActions } from './gateway/database-actions'
import { Faults } from './gateway/faults'
import { functionActions } from './gateway/function-actions'
import { addHomePage } from './gateway/home-page'
import { Limits } from './gateway/limits'
import { createServer, listen } from './gateway/server'
import { addTestRoutes } from './gateway/test-routes'
import { addWxRoutes } from './gateway/wx-routes'
import { ServiceRegistry } from './registry'
import { applySeed } from './seeding'
import type { Seed } from './seeding'
import { FileStore } from './storage/file-store'
import { SignedUrls } from './storage/signed-url'
import { storageActions } from './storage/storage-actions'
import { addStorageRoutes } from './storage/storage-routes'
import { nextDueIn } from './timers/next-due'
import { Timers } from './timers/timers'
import { MessageStore } from './wechat/message-store'
import { answerOpenApi } from './wechat/openapi-answer'
import { Wechat } from './wechat/wechat'
import { wechatActions } from './wechat/wechat-actions'

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
  readonly limits?: boolean
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
  readonly seed: () => Seed | Promise<Seed>
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
  const configs = readFunctionConfigs(options.functionsFolder)
  const folder = new DataFolder(options.data)
  if (options.fresh) folder.clear()

  const registry = new ServiceRegistry()
  const log = new CallLog(options.log)
  await registry.start({ name: 'log', start: () => undefined, stop: () => log.close() })
  try {
    const clock = folder.openClock(options.now)
    const database = await openDatabase(folder, clock, log, registry, options)
    const seed = await options.seed()
    await applySeed(database, seed)
    const wechat = await openWechat(database, clock, seed, options)

    const [calls, faults] = [new Calls(), new Faults()]
    const functions = new Functions({ ...options, configs, clock, calls, faults, log })
    const timers = new Timers(configs, functions, clock)
    const nextDue = nextDueIn(database, options.collections, seed.township)
    const server = await createServer(log)
    let url = ''
    await addRoutes(server, {
      ...{ options, database, clock, wechat, functions, calls, faults, log },
      files: new FileStore(folder.storage),
      urls: new SignedUrls(
        () => url,
        () => clock.now(),
      ),
      tick: () => timers.tick(),
      travel: (target) =>
        timers.pausedDuring(() =>
          travelTo(target, { clock, nextDue, tick: () => timers.tick().then(() => undefined) }),
        ),
    })

    await registry.start({
      name: 'gateway',
      start: async () => (url = await listen(server, options.port)),
      stop: () => server.close(),
    })
    await registry.start({
      name: 'functions',
      start: () => functions.start(url),
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
  { sync, collections }: CloudOptions,
): Promise<Database> {
  const database = folder.openDatabase({
    sync: sync ?? 'full',
    now: () => clock.now(),
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
  { demoStaff, templates }: Seed,
  { initialPermits = 20, pages = null }: CloudOptions,
): Promise<Wechat> {
  const store = new MessageStore(database)
  const templateIds = templates.map(({ id }) => id)
  await store.allowAtFirst(demoStaff, templateIds, initialPermits)
  return new Wechat({ templates, pages, store, now: () => clock.now() })
}

interface RouteParts {
  readonly options: CloudOptions
  readonly database: Database
  readonly clock: Clock
  readonly wechat: Wechat
  readonly functions: Functions
  readonly calls: Calls
  readonly faults: Faults
  readonly log: CallLog
  readonly files: FileStore
  readonly urls: SignedUrls
  readonly tick: Timers['tick']
  readonly travel: (target: number) => Promise<number[]>
}

async function addRoutes(server: FastifyInstance, parts: RouteParts): Promise<void> {
  const { options, database, clock, wechat, functions, files, urls } = parts
  const limits = new Limits(options.limits ?? true)
  const configOf: Functions['config'] = (name) => functions.config(name)
  addAdminRoute(server, {
    ...parts,
    limits,
    actions: {
      ...databaseActions(database, () => clock.now()),
      ...functionActions(functions),
      ...storageActions(files, urls),
      ...wechatActions(wechat, configOf),
      ...authActions(),
    },
    openApi: (form, call) => answerOpenApi(wechat, configOf, form, call),
  })
  addWxRoutes(server, { functions, wechat, limits })
  addClockRoutes(server, parts)
  await addStorageRoutes(server, parts)
  if (options.test) addTestRoutes(server, parts)
  addHomePage(server, options.previewFolder, wechat.options.templates)
}
