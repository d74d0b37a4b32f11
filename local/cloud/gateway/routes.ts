import type { FastifyInstance } from 'fastify'
import type { Clock } from '../clock/clock'
import type { Database } from '../database/interface'
import type { Calls } from '../functions/call'
import type { CallLog } from '../functions/call-log'
import type { Functions } from '../functions/functions'
import type { Limits } from '../limits'
import type { ServiceRegistry } from '../registry'
import type { FileStore } from '../storage/file-store'
import type { SignedUrls } from '../storage/signed-url'
import { storageActions } from '../storage/storage-actions'
import { addStorageRoutes } from '../storage/storage-routes'
import type { Timers } from '../timers/timers'
import { answerOpenApi } from '../wechat/openapi-answer'
import type { Wechat } from '../wechat/wechat'
import { wechatActions } from '../wechat/wechat-actions'
import { addAdminRoute } from './admin-route'
import { authActions } from './auth-actions'
import { addClockRoutes } from './clock-routes'
import type { Travel } from './clock-routes'
import { databaseActions } from './database-actions'
import type { Faults } from './faults'
import { functionActions } from './function-actions'
import { addHomePage } from './home-page'
import { addInspectRoutes } from './inspect/inspect-routes'
import { addTestRoutes } from './test-routes'
import { addWxRoutes } from './wx-routes'

/** What the routes are made of. */
export interface RouteParts {
  /** Where the preview was built, if it was. */
  readonly previewFolder: string | null
  /** With the switches for tests. */
  readonly test: boolean
  readonly limits: Limits
  readonly database: Database
  readonly clock: Clock
  readonly wechat: Wechat
  readonly functions: Functions
  readonly calls: Calls
  readonly faults: Faults
  readonly log: CallLog
  readonly files: FileStore
  readonly urls: SignedUrls
  readonly timers: Timers['overview']
  readonly services: ServiceRegistry['overview']
  readonly tick: Timers['tick']
  readonly travel: Travel
}

export async function addRoutes(server: FastifyInstance, parts: RouteParts): Promise<void> {
  const { limits, database, clock, wechat, functions, files, urls } = parts
  const configOf: Functions['config'] = (name) => functions.config(name)
  addAdminRoute(server, {
    ...parts,
    actions: {
      ...databaseActions(database, () => clock.now(), limits),
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
  addInspectRoutes(server, { ...parts, messages: wechat.options.store })
  if (parts.test) addTestRoutes(server, parts)
  addHomePage(server, parts.previewFolder, wechat.options.templates)
}
