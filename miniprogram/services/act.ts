/**
 * How every page does something that changes the world: one at a time (a second tap while busy is
 * nothing), and when it fails, a sentence that says what is kept and what to do.
 */
import { isOffline, sayWhy, CallError } from './call'

export interface Trouble {
  readonly title: string
  readonly text: string
  /** The word on the button that tries again; empty when that cannot help. */
  readonly again: string
  readonly code: string
}

export interface ActingPage {
  data: { busy: boolean }
  setData(change: object): void
}

/** The start of a page's `data`. */
export const actState = () => ({ busy: false, trouble: null as Trouble | null })

export interface Words {
  /** `刚才没交上去` */
  readonly failed: string
  /** `您填的和拍的都在` */
  readonly kept: string
  /** `再交一次` */
  readonly again: string
  /** What the tap does first, such as WeChat's dialog, which must come from a tap. */
  readonly first?: () => Promise<void>
  /** Success leads to another page: this one stays busy, so that no late tap starts anew. */
  readonly leaves?: boolean
}

/** Answers what `task` answers, or undefined when it failed and the page shows why. */
export async function act<T>(
  page: ActingPage,
  words: Words,
  task: () => Promise<T>,
): Promise<T | undefined> {
  if (page.data.busy) return undefined
  page.setData({ busy: true, trouble: null })
  try {
    await words.first?.()
    const done = await task()
    if (!words.leaves) page.setData({ busy: false })
    return done
  } catch (error) {
    page.setData({ busy: false, trouble: troubleOf(error, words) })
    return undefined
  }
}

export function troubleOf(error: unknown, words: Words): Trouble {
  if (isOffline(error)) {
    const text = `网断了。${words.kept}，再点一次就行，不会重复。急的话打电话，一样能办。`
    return { title: words.failed, text, again: words.again, code: 'OFFLINE' }
  }
  const known = error instanceof CallError
  return {
    title: words.failed,
    text: sayWhy(error),
    again: known && error.retryable ? words.again : '',
    code: known ? error.code : 'UNKNOWN',
  }
}
