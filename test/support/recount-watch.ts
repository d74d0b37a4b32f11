/** Warnings, follow-ups, visits and ratings at the desk, counted again from the raw records. */
import type { Admin } from './admin'
import type { Add, RawCase } from './recount'
import { dayAfter, deemedDay, lastDay, LEVELS, shanghai } from './recount-rules'

interface Rating {
  unit: string
  villageId: string
  on: string
}

export async function recountWatch(
  admin: Admin,
  month: string,
  cases: RawCase[],
  add: Add,
): Promise<void> {
  const within = (day: string) => day.startsWith(month)
  for (const doc of cases) {
    for (const day of warningDays(doc)) if (within(day)) add(doc.unit, doc.villageId, 'warnings')
  }
  for (const { unit, villageId } of await admin.find<RawCase>('warnings', { state: 'withdrawn' })) {
    add(unit, villageId, 'warnings', -1)
  }
  for (const { at, villageId, by } of await admin.find<{
    at: Date
    villageId: string
    by: { account: string }
  }>('visits', {})) {
    const { staff } = await admin.one<{ staff: { department: string | null } }>('accounts', {
      _id: by.account,
    })
    if (within(shanghai(at))) add(staff.department ?? '', villageId, 'visits')
  }

  const bad = new Map<string, Rating>()
  for (const { _id, unit, villageId, level, at } of await admin.find<{
    _id: string
    unit: string
    villageId: string
    level: number
    at: Date
  }>('visitRatings', {})) {
    add(unit, villageId, 'deskRated')
    if (level > 2) add(unit, villageId, 'deskGood')
    else bad.set(_id, { unit, villageId, on: shanghai(at) })
  }
  for (const { _id, unit, villageId, log } of cases) {
    const first = log.find(({ action }) => action === 'rate')
    const again = log.find(({ action }) => action === 'rateAgain')
    const level = (event: typeof first) => LEVELS[event?.said?.text ?? ''] ?? ''
    if (first && level(first) < 'level3') bad.set(_id, { unit, villageId, on: shanghai(first.at) })
    if (!again) continue
    add(unit, villageId, 'rerated')
    if (level(again) > level(first)) add(unit, villageId, 'reratedBetter')
  }
  await recountFollowUps(admin, month, bad, add)
}

/** The days on which something passed undone: yellow, red; at midnight it is the next day. */
function warningDays({ commitDays, log }: RawCase): string[] {
  const days: string[] = []
  const at = (...actions: string[]) => log.find(({ action }) => actions.includes(action))?.at
  const later = (moment: Date | undefined, than: string) => !moment || moment >= new Date(than)
  const midnight = (day: string) => `${dayAfter(day)}T00:00:00+08:00`
  const pass = (moment: string, done: Date | undefined) => {
    if (later(done, moment)) days.push(moment.slice(0, 10))
  }
  const aside = ['ask', 'urge', 'supplement', 'deemAccept', 'carry']
  const looked = log.slice(1).find(({ by, action }) => by !== 'system' && !aside.includes(action))
  const received = shanghai(log[0]?.at ?? new Date(0))
  pass(midnight(lastDay(received, 1)), looked?.at)
  const accepted = at('accept')
  const deemedOn = deemedDay({ log })
  const answered = at('decide')
  if (accepted ?? deemedOn) {
    const from = accepted ? shanghai(accepted) : received
    const due = lastDay(from, commitDays)
    // What had run out before it was deemed accepted is overdue from that moment on.
    const deemed = deemedOn === null ? '' : `${deemedOn}T00:00:00+08:00`
    const latest = (moment: string) => (moment > deemed ? moment : deemed)
    if (commitDays > 1) pass(latest(`${due}T17:30:00+08:00`), answered)
    pass(latest(midnight(due)), answered)
  }
  if (answered) pass(midnight(lastDay(shanghai(answered), 10)), at('deliver', 'complete'))
  return days
}

interface FollowUp {
  targetId: string
  origin: string
  log: { at: Date; action: string; to: string }[]
}

async function recountFollowUps(
  admin: Admin,
  month: string,
  bad: Map<string, Rating>,
  add: Add,
): Promise<void> {
  const docs = await admin.find<FollowUp>('rectifications', { origin: { $ne: 'sample' } })
  for (const [id, { unit, villageId, on }] of bad) {
    const log = docs.find(({ targetId }) => targetId === id)?.log ?? []
    const [callBy, mendBy] = [lastDay(on, 1), lastDay(on, 15)]
    if (callBy.startsWith(month)) {
      add(unit, villageId, 'contactDue')
      const called = log.find(({ action, to }) => action === 'contact' && to !== 'to_contact')
      if (called && shanghai(called.at) <= callBy) add(unit, villageId, 'contacted')
    }
    if (mendBy.startsWith(month)) {
      add(unit, villageId, 'rectifyDue')
      const mended = log.find(({ to }) => ['to_revisit', 'closed', 'disregarded'].includes(to))
      if (mended && shanghai(mended.at) <= mendBy) add(unit, villageId, 'rectified')
    }
  }
}
