import { reportProblem } from '../ui/notices'

type Api = Record<string, unknown>

/** Names that the language itself asks of any object. */
const NOT_CALLS = new Set(['then', 'toJSON', 'constructor', '$$typeof', 'nodeType', 'prototype'])

/**
 * A call that the preview does not know fails loudly: console, red note on the phone, and an
 * error for the caller. Silence would look like a bug of the page.
 */
export function loudAboutUnknown<T extends Api>(prefix: string, api: T): T {
  return new Proxy(api, {
    get(target, name) {
      if (typeof name === 'symbol' || name in target || NOT_CALLS.has(name)) {
        return Reflect.get(target, name) as unknown
      }
      return (options?: { fail?: (e: object) => void; complete?: (e: object) => void }) => {
        const call = `${prefix}.${name}`
        reportProblem(`${call} 在预览里没有，请在 local/preview/shell/phone/wx 里补上`)
        const errMsg = `${name}:fail ${call} is not in the preview`
        if (!options?.fail && !options?.complete) throw new Error(errMsg)
        options.fail?.({ errMsg })
        options.complete?.({ errMsg })
        return undefined
      }
    },
  })
}
