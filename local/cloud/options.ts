import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { StartupError } from './startup-error'

/** What the command line says. */
export interface CommandLine {
  readonly port: number
  readonly data: string
  readonly fresh: boolean
  readonly preview: boolean
  readonly now: number | undefined
  readonly workers: number
  readonly sync: 'full' | 'off'
  readonly test: boolean
  readonly timers: boolean
  readonly limits: boolean
  readonly log: string | undefined
  /** Folder with the township's data files. */
  /** Several townships may live in one environment; the first is the one of calls that name none. */
  readonly seed: readonly string[] | undefined
  /** Folder with the built functions. */
  readonly functions: string | undefined
  /** File to write the whole state to, instead of starting. */
  readonly export: string | undefined
  /** File to take the state from, before starting. */
  readonly import: string | undefined
}

const HELP = `可用的选项：
  --port 5230        端口（0 为任意空闲端口）
  --data .data       数据目录
  --fresh            清空数据目录后启动
  --no-preview       不提供浏览器预览
  --now 2026-11-17T01:00:00Z   时钟从何时开始
  --workers N        云函数工作线程数（默认为处理器个数）
  --sync off         不等落盘（只用于与耐久无关的测试）
  --no-timers        不自动触发定时器
  --no-limits        不检查生产环境的限额
  --test             打开测试开关（/__test/…）
  --seed DIR         乡里的数据文件（默认 seed/data）；几个乡就写几次，第一个是默认的乡
  --functions DIR    构建好的云函数（默认 dist/cloudfunctions）
  --export FILE      把全部数据（文档、文件、时钟）写成一行一个 JSON，然后结束
  --import FILE      把导出的数据放进空的数据目录，然后启动
  --log FILE         调用日志写入文件（默认写到标准错误）`

export function parseCommandLine(args: readonly string[]): CommandLine {
  const values = parse(args)
  if (values.export !== undefined && values.import !== undefined) {
    throw badOption('--export 和 --import 不能一起用')
  }
  if (values.export !== undefined && values.fresh) {
    throw badOption('--export 和 --fresh 不能一起用：清空以后就没有什么可导出了')
  }
  return {
    port: integer('port', values.port, 0, 65_535, 5230),
    data: values.data ?? '.data',
    fresh: values.fresh ?? false,
    preview: !values['no-preview'],
    now: values.now === undefined ? undefined : instant(values.now),
    workers: integer('workers', values.workers, 1, 64, cpus().length),
    sync: sync(values.sync),
    test: values.test ?? false,
    timers: !values['no-timers'],
    limits: !values['no-limits'],
    log: values.log,
    seed: values.seed,
    functions: values.functions,
    export: values.export,
    import: values.import,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean' },
        'no-preview': { type: 'boolean' },
        now: { type: 'string' },
        workers: { type: 'string' },
        sync: { type: 'string' },
        test: { type: 'boolean' },
        'no-timers': { type: 'boolean' },
        'no-limits': { type: 'boolean' },
        log: { type: 'string' },
        export: { type: 'string' },
        import: { type: 'string' },
        seed: { type: 'string', multiple: true },
        functions: { type: 'string' },
      },
    }).values
  } catch (error) {
    throw badOption(inChinese(error))
  }
}

/** Node's own messages are English; the ones that a person meets are put in his words. */
function inChinese(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  const option = /--?[\w-]+/.exec(message)?.[0] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有 ${option} 这个选项`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `${option} 的值不对`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return '有多余的参数'
  return message
}

function integer(
  name: string,
  text: string | undefined,
  least: number,
  most: number,
  preset: number,
): number {
  if (text === undefined) return preset
  const value = Number(text)
  if (text.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
    throw badOption(`--${name} 应为 ${least} 到 ${most} 的整数，收到的是 ${text}`)
  }
  return value
}

function instant(text: string): number {
  const value = Date.parse(text)
  if (Number.isNaN(value)) throw badOption(`--now 应为 ISO 时间，收到的是 ${text}`)
  return value
}

function sync(text: string | undefined): 'full' | 'off' {
  if (text === undefined || text === 'full') return 'full'
  if (text === 'off') return 'off'
  throw badOption(`--sync 只能是 full 或 off，收到的是 ${text}`)
}

function badOption(what: string): StartupError {
  return new StartupError('badOption', `选项有误：${what}\n${HELP}`)
}
