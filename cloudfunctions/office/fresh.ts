/** 两个管理员同时改: whoever comes second gets what there is now, and writes nothing. */
import { AppError } from '../core/kernel/errors'

/** Of which state the person was looking; left out, the change is made on whatever is there. */
export interface Seen {
  readonly version?: number | undefined
}

/**
 * @throws AppError `CONFLICT` when what was looked at is not what is there any more. Trying the same
 * again cannot help: the person has to look.
 */
export function refuseStale({ version }: Seen, now: number, what: string): void {
  if (version !== undefined && version !== now) throw overtaken(what)
}

export const overtaken = (what: string): AppError =>
  new AppError('CONFLICT', `${what}刚刚有别人改了，您的还没存。看看新的，再存一次。`)

/** Answers what `task` answers; a `CONFLICT` takes the fresh state with it. */
export async function orFresh<T>(task: () => Promise<T>, fresh: () => Promise<object>): Promise<T> {
  try {
    return await task()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'CONFLICT') throw error
    throw new AppError('CONFLICT', error.message, { ...error.details, data: await fresh() })
  }
}
