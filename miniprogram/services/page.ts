/**
 * How every page is made: `page({…})` in place of `Component({…})`. It gives each page the one net
 * below its own error paths: what nobody expected becomes a sentence with a way on, not a dead
 * page. `<x-screen fault="{{fault}}" bind:fault="answerFault">` shows it. What was filled in stays:
 * forms are kept as they are typed (services/drafts), and the page itself is not touched.
 */
import { CallError } from './call'
import { problemOf } from './load'

export interface Fault {
  readonly title: string
  readonly text: string
  /** The word on the button that does the same again. */
  readonly again: string
  readonly retry: boolean
}

type Method = (this: GuardedPage, ...args: unknown[]) => unknown

interface GuardedPage {
  setData(change: object): void
  refresh?: () => Promise<void>
  /** Does again what went wrong. */
  tryAgain?: (() => void) | undefined
}

interface Definition {
  data?: object
  methods?: Record<string, Method>
}

/** Methods called by other methods: only the outermost answers for what went wrong. */
let depth = 0

export function faultOf(error: unknown): Fault {
  const again = '再试一次'
  if (error instanceof CallError) return { ...problemOf(error), again }
  return {
    title: '这一步没做成',
    text: '您填的都在，没有丢。再试一次，还不行就打电话。',
    again,
    retry: true,
  }
}

function tell(page: GuardedPage, error: unknown, again: () => void): void {
  console.error(error)
  page.tryAgain = again
  page.setData({ fault: faultOf(error) })
}

/** The method, with what it throws (at once or later) told on the page. */
function guarded(method: Method): Method {
  return function wrapped(this: GuardedPage, ...args) {
    const again = () => void wrapped.apply(this, args)
    depth++
    try {
      const result = method.apply(this, args)
      // Whoever awaits it still sees it fail and stops; nobody has to.
      if (isPromise(result)) {
        result.catch((error: unknown) => {
          tell(this, error, again)
        })
      }
      return result
    } catch (error) {
      if (depth > 1) throw error
      tell(this, error, again)
      return undefined
    } finally {
      depth--
    }
  }
}

const isPromise = (value: unknown): value is Promise<unknown> =>
  typeof (value as Promise<unknown> | null | undefined)?.catch === 'function'

const pullDown: Method = async function (this: GuardedPage) {
  try {
    await this.refresh?.()
  } finally {
    void wx.stopPullDownRefresh()
  }
}

const answerFault: Method = function (this: GuardedPage, event: unknown) {
  const { detail } = event as WechatMiniprogram.CustomEvent<{ again: boolean }>
  const { tryAgain } = this
  this.setData({ fault: null })
  if (detail.again) tryAgain?.()
}

function withNet(definition: Definition): Definition {
  const { data = {}, methods = {} } = definition
  const all = { ...(methods.refresh ? { onPullDownRefresh: pullDown } : {}), ...methods }
  return {
    ...definition,
    data: { ...data, fault: null },
    methods: {
      ...Object.fromEntries(Object.entries(all).map(([name, method]) => [name, guarded(method)])),
      answerFault,
    },
  }
}

export const page = ((definition: Definition) =>
  Component(withNet(definition) as object)) as unknown as WechatMiniprogram.Component.Constructor
