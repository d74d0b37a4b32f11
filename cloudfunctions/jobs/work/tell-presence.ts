/**
 * 去向变了: whoever has a number with somebody who will be away is told who stands in, as soon as it
 * is known (said today, or a leave that somebody took over), and is told once more when that person
 * is there after all. Who books or moves into an absence that was announced hears of it then.
 */
import { updateOne } from '../../core/store/database'
import { addNotices } from '../../core/store/due'
import { hostsAt, itemsByCode } from '../../core/store/eve'
import { slotsBetween } from '../../core/store/slots'
import type { Account, ToldPresence } from '../../core/store/documents/account'
import type { Seat, Slot } from '../../core/store/documents/slot'
import { heardAfter } from '../../core/domain/told'
import { presenceAt, presenceWords } from '../../core/domain/whereabouts'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { presenceNotices } from '../../appointment/notices'

interface Meeting {
  readonly slot: Slot
  readonly seat: Seat
  readonly id: string
  readonly words: string
  readonly away: boolean
}

export async function tellPresence(account: Account, now: Date): Promise<void> {
  const { _id, township, v, staff, whereabouts: said, planned = [], told } = account
  const until = lastDay(
    said?.state === 'in' ? undefined : said?.until,
    told?.until,
    ...planned.map((leave) => leave.until),
  )
  if (staff && until && until >= businessDate(now)) {
    const meetings = await meetingsWith(account, staff, until, now)
    const heard = await noteTold(account, until, meetings)
    // Somebody said otherwise at this moment: still due, so the next tick tells that.
    if (!heard) return
    // Those of the last telling too: it may have been cut off after it was noted.
    const latest = heard.filter(({ count }) => count >= (told?.count ?? 0))
    await tellAll(_id, latest, meetings, now)
  }
  await updateOne('accounts', { _id, township, v }, { $unset: { nextDueAt: '' } })
}

const lastDay = (...days: readonly (BusinessDate | undefined)[]): BusinessDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1)

/** The seats to come with this person, and whether they will be there. */
async function meetingsWith(
  account: Account,
  staff: NonNullable<Account['staff']>,
  until: BusinessDate,
  now: Date,
): Promise<Meeting[]> {
  const { township } = account
  const coming = await takenSlots(township, staff.villageId ?? 'hall', until, now)
  const theirs = await seatsWith(staff, township, coming)
  return coming.flatMap((slot) => {
    const door = presenceAt(account, slot)
    const words = presenceWords(staff.name, door, slot.date)
    const away = door !== null && door.state !== 'in'
    return slot.seats.filter(theirs).map((seat) => ({ slot, seat, id: seat.id, words, away }))
  })
}

/** A week in one request: an answer of the cloud holds a megabyte. */
const DAYS_AT_ONCE = 7
/** Nobody books further ahead. */
const FARTHEST_DAYS = 62

/** The slots to come in which anybody sits. */
async function takenSlots(
  township: string,
  venueId: string,
  wanted: BusinessDate,
  now: Date,
): Promise<Slot[]> {
  const today = businessDate(now)
  const farthest = addDays(today, FARTHEST_DAYS)
  const until = wanted < farthest ? wanted : farthest
  const taken: Slot[] = []
  for (let from = today; from <= until; from = addDays(from, DAYS_AT_ONCE)) {
    const week = addDays(from, DAYS_AT_ONCE - 1)
    const slots = await slotsBetween({ township }, venueId, from, week < until ? week : until)
    taken.push(...slots.filter(({ startAt, seats }) => startAt > now && seats.length > 0))
  }
  return taken
}

/** In the village all of them; in the hall those whose first matter this person is in charge of. */
async function seatsWith(
  { name, villageId }: NonNullable<Account['staff']>,
  township: string,
  slots: readonly Slot[],
): Promise<(seat: Seat) => boolean> {
  if (villageId !== null || slots.length === 0) return () => true
  const codes = slots.flatMap(({ seats }) => seats.flatMap(({ items }) => items[0]?.code ?? []))
  const items = await itemsByCode(township, codes)
  const theirs = new Set(
    items.filter(({ people }) => people[0]?.name === name).map(({ code }) => code),
  )
  return (seat) => theirs.has(seat.items[0]?.code ?? '')
}

/** Written before anything is told: told by a tick that was cut off, it is not lost. */
async function noteTold(
  { _id, township, v, told }: Account,
  until: BusinessDate,
  meetings: readonly Meeting[],
): Promise<ToldPresence['seats'] | null> {
  const count = (told?.count ?? 0) + 1
  const seats = heardAfter(told?.seats ?? [], meetings, count)
  if (seats.every((seat) => seat.count !== count)) return seats
  const note: ToldPresence = { count, until, seats }
  const noted = await updateOne('accounts', { _id, township, v }, { $set: { told: note } })
  return noted ? seats : null
}

/** What was sent before has the same id, and goes out once. */
async function tellAll(
  account: string,
  heard: ToldPresence['seats'],
  meetings: readonly Meeting[],
  now: Date,
): Promise<void> {
  const counts = new Map(heard.map(({ id, count }) => [id, count]))
  for (const slot of new Set(meetings.map((meeting) => meeting.slot))) {
    const known = new Set(slot.out.map(({ id }) => id))
    const out = meetings
      .filter((meeting) => meeting.slot === slot)
      .flatMap(({ seat, words, away }) => {
        const count = counts.get(seat.id)
        const cause = `${account}:${String(count)}`
        return count === undefined ? [] : presenceNotices(slot, seat, { cause, words, away }, now)
      })
    await addNotices(
      slot,
      out.filter(({ id }) => !known.has(id)),
      now,
    )
  }
}

/**
 * 约进了说好不在的日子: looked at whenever the slot has something to do, which it has right after a
 * seat was taken. True when somebody had to be told; what is told is {@link tellPresence}'s.
 */
export async function tellNewcomers(slot: Slot, now: Date): Promise<boolean> {
  if (slot.state !== 'open' || slot.startAt <= now || slot.seats.length === 0) return false
  const first = (seat: Seat): string => seat.items[0]?.code ?? ''
  const items = await itemsByCode(slot.township, slot.seats.map(first))
  const hostOf = hostsAt(slot)
  const unaware = new Map<string, Account>()
  for (const seat of slot.seats) {
    const host = await hostOf(items.filter(({ code }) => code === first(seat)))
    const { account, said } = host ?? {}
    if (!account || !said || said.state === 'in') continue
    if (!account.told?.seats.some(({ id }) => id === seat.id)) unaware.set(account._id, account)
  }
  for (const account of unaware.values()) await tellPresence(account, now)
  return unaware.size > 0
}
