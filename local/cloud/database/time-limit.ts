import { createContext, Script } from 'node:vm'
import { refused } from './errors'

/**
 * Regular expressions come with requests, and one like `(a+)+$` may take longer than the universe
 * has left. No static check finds all of those, so the search itself is stopped: `node:vm` ends
 * JavaScript from outside, a running regular expression included.
 *
 * It costs 0.1 ms, hence only requests that bring a pattern are watched. What is watched must not
 * write: it may end anywhere, without its `finally`.
 */
const sandbox: { work: (() => void) | null } = { work: null }
const context = createContext(sandbox)
const runWork = new Script('work()')

export function withinTime<T>(limitMs: number, work: () => T): T {
  let result: { value: T } | undefined
  const before = sandbox.work
  sandbox.work = () => {
    result = { value: work() }
  }
  try {
    runWork.runInContext(context, { timeout: limitMs })
  } catch (error) {
    if ((error as { code?: unknown }).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error
    throw refused(
      `正则表达式算了 ${limitMs} 毫秒还没有结果，已经停下：请换更简单的写法，或者先用有索引的字段缩小范围`,
    )
  } finally {
    sandbox.work = before
  }
  return result!.value
}

/** Whether a part of a request brings a regular expression, or names an operator that runs one. */
export function bringsPattern(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false
  if (part instanceof RegExp) return true
  return Object.entries(part).some(
    ([key, value]) => key.startsWith('$regex') || bringsPattern(value),
  )
}
