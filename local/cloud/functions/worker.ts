import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { shiftDate } from '../clock/shift-date'
import type { Job, ThrownError, WorkerData, WorkerMessage } from './worker-messages'

type Main = (event: unknown, context: unknown) => unknown

shiftDate((workerData as WorkerData).clock)

const ownEnvironment = { ...process.env }

/** In the cloud a function has a process to itself; here its end must be that of the thread only. */
const killOther = process.kill.bind(process)
process.kill = (pid, signal) => (pid === process.pid ? process.exit(137) : killOther(pid, signal))

/** Bundles stay loaded: a warm worker calls `main` at once, and module state survives. */
async function runJob(job: Job): Promise<void> {
  try {
    setEnvironment(job.environment)
    const { main } = createRequire(job.file)(job.file) as { main?: Main }
    if (typeof main !== 'function') throw new TypeError('the function has no exports.main')
    send({ kind: 'loaded' })
    const result: unknown = await main(JSON.parse(job.eventJson), job.context)
    send({ kind: 'result', json: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    send({ kind: 'thrown', error: describe(error) })
  }
}

/** Nothing of the call before may be left, least of all its openid. */
function setEnvironment(environment: Job['environment']): void {
  for (const key of Object.keys(process.env)) {
    if (!(key in ownEnvironment)) delete process.env[key]
  }
  Object.assign(process.env, ownEnvironment, environment)
}

function describe(error: unknown): ThrownError {
  const thrown = (typeof error === 'object' && error !== null ? error : {}) as Partial<
    Record<keyof ThrownError, unknown>
  >
  const text = (value: unknown, otherwise: string): string =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : otherwise
  return {
    name: text(thrown.name, 'Error'),
    message: text(thrown.message, String(error)),
    code: thrown.code === undefined ? null : text(thrown.code, ''),
    stack: text(thrown.stack, ''),
  }
}

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message)
}

parentPort?.on('message', (job: Job) => void runJob(job))
