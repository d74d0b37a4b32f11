interface Callbacks {
  success?: (result: object) => void
  fail?: (error: object) => void
  complete?: (result: object) => void
}

/** A failure as WeChat reports it; `fields` such as errCode go beside errMsg. */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly fields: object = {},
  ) {
    super(message)
  }
}

/**
 * Makes a function of WeChat's style: with `success`, `fail` or `complete` it calls back and
 * returns nothing, without them it returns a promise. `errMsg` is `name:ok` or `name:fail why`.
 */
export function promised<Options extends object>(
  name: string,
  act: (options: Options) => object | void | Promise<object | void>,
): (options?: Options & Callbacks) => Promise<object> | undefined {
  return (given) => {
    const options = given ?? ({} as Options & Callbacks)
    const { success, fail, complete } = options
    const outcome = (async () => ({ errMsg: `${name}:ok`, ...(await act(options)) }))()
    if (!success && !fail && !complete) {
      return outcome.catch((error: unknown) => {
        throw Object.assign(new Error(), failureOf(name, error))
      })
    }
    void outcome.then(
      (result) => {
        success?.(result)
        complete?.(result)
      },
      (error: unknown) => {
        const failure = failureOf(name, error)
        fail?.(failure)
        complete?.(failure)
      },
    )
    return undefined
  }
}

function failureOf(name: string, error: unknown): { errMsg: string; message: string } {
  const message = `${name}:fail ${error instanceof Error ? error.message : String(error)}`
  return { errMsg: message, message, ...(error instanceof ApiFailure ? error.fields : {}) }
}

/** `wx.onX` and `wx.offX` for one kind of event. */
export function listenerPair<T>(): {
  on: (listener: (event: T) => void) => void
  off: (listener?: (event: T) => void) => void
  emit: (event: T) => void
} {
  const listeners = new Set<(event: T) => void>()
  return {
    on: (listener) => void listeners.add(listener),
    off: (listener) => {
      if (listener) listeners.delete(listener)
      else listeners.clear()
    },
    emit: (event) => {
      for (const listener of [...listeners]) listener(event)
    },
  }
}
