/** 谁在上班: the person at work on this phone and what hangs on their door. */
import { businessDate } from '../shared/dates'
import type { Account } from './account'
import { people } from './office'
import type { Whereabouts } from './office'
import { readStored, store } from './storage'

export type Staff = NonNullable<Account['staff']>
export type Where = Pick<Whereabouts, 'state' | 'until' | 'backAt' | 'substitute'>

const KEY = 'whereabouts'

export const keepWhere = (where: Where): void => {
  store(KEY, where)
}

/** What was said last on this phone, while it holds. */
export function keptWhere(): Where | null {
  const kept = readStored<Where>(KEY)
  return kept && kept.until >= businessDate(new Date()) ? kept : null
}

/** As the public sees it; who belongs to no department and no village is only known by the phone. */
export async function whereNow({
  name,
  post,
  department,
  villageId,
}: Staff): Promise<Where | null> {
  if (department === null && villageId === null) return keptWhere()
  const where = department === null ? { villageId: villageId ?? '' } : { departmentId: department }
  const own = (await people(where)).find((one) => one.name === name && one.post === post)
  if (own?.whereabouts) keepWhere(own.whereabouts)
  return own ? own.whereabouts : keptWhere()
}
