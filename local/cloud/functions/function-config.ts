import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Cron } from '../timers/cron'
import { CronError, parseCron } from '../timers/cron'
import type { Limits } from '../limits'
import { LONGEST_WAIT_MS } from '../limits'
import { StartupError } from '../startup-error'

export interface TimerTrigger {
  readonly name: string
  /** The expression as it stands in config.json. */
  readonly text: string
  readonly cron: Cron
}

/** What the local cloud knows of one deployed function. */
export interface FunctionConfig {
  readonly name: string
  /** The bundle: CommonJS, `exports.main(event, context)`. */
  readonly file: string
  readonly timeoutMs: number
  readonly timer: TimerTrigger | null
  /** WeChat APIs it may call (`permissions.openapi`). */
  readonly openapi: ReadonlySet<string>
}

interface ConfigJson {
  timeout?: unknown
  triggers?: unknown
  permissions?: { openapi?: unknown }
}

interface Trigger {
  name?: unknown
  type?: unknown
  config?: unknown
}

const DEFAULT_TIMEOUT_SECONDS = 5
const LONGEST_TIMEOUT_SECONDS = 60

/** Every function found in a folder of bundles, by name. */
export function readFunctionConfigs(folder: string, limits: Limits): Map<string, FunctionConfig> {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'index.js')))
    : []
  if (names.length === 0) {
    throw new StartupError(
      'missingBundles',
      `没有找到云函数：${folder} 里没有构建结果。请先运行 npm run build（npm start 会自动构建）。`,
    )
  }
  return new Map(names.sort().map((name) => [name, readFunctionConfig(folder, name, limits)]))
}

export function readFunctionConfig(folder: string, name: string, limits: Limits): FunctionConfig {
  const file = join(folder, name, 'config.json')
  const fail = (what: string): never => {
    throw new StartupError(
      'missingBundles',
      `云函数 ${name} 的 config.json 有误：${what}（${file}）`,
    )
  }
  let config: ConfigJson = {}
  try {
    if (existsSync(file)) config = (JSON.parse(readFileSync(file, 'utf8')) ?? {}) as ConfigJson
  } catch {
    fail('不是合法的 JSON')
  }
  const timeout = config.timeout ?? DEFAULT_TIMEOUT_SECONDS
  const longest = limits.functionTimeouts ? LONGEST_TIMEOUT_SECONDS : Infinity
  if (typeof timeout !== 'number' || !(timeout >= 1 && timeout <= longest)) {
    return fail(`timeout 应为 1 到 ${LONGEST_TIMEOUT_SECONDS} 秒`)
  }
  const openapi = config.permissions?.openapi ?? []
  if (!Array.isArray(openapi)) return fail('permissions.openapi 应为数组')
  return {
    name,
    file: join(folder, name, 'index.js'),
    timeoutMs: limits.functionTimeouts ? timeout * 1000 : LONGEST_WAIT_MS,
    timer: readTimer(config.triggers ?? [], limits, fail),
    openapi: new Set(openapi.map(String)),
  }
}

function readTimer(
  triggers: unknown,
  limits: Limits,
  fail: (what: string) => never,
): TimerTrigger | null {
  if (!Array.isArray(triggers)) return fail('triggers 应为数组')
  if (triggers.length > 1) return fail('一个云函数只能有一个触发器')
  const trigger = triggers[0] as Trigger | null | undefined
  if (trigger === undefined) return null
  if (trigger?.type !== 'timer') return fail('触发器的 type 只能是 timer')
  if (typeof trigger.name !== 'string' || typeof trigger.config !== 'string') {
    return fail('触发器要有 name 和 config')
  }
  try {
    return {
      name: trigger.name,
      text: trigger.config,
      cron: parseCron(trigger.config, limits.sevenFieldTimers),
    }
  } catch (error) {
    if (error instanceof CronError) return fail(`定时表达式${error.message}`)
    throw error
  }
}
