/** What booking, moving and waiting have in common: whose seat, for which matters, and why not. */
import type { KnownCall } from '../core/kernel/action'
import { sealContact } from '../core/kernel/contact'
import { AppError, notFound } from '../core/kernel/errors'
import { hashId } from '../core/kernel/hash'
import { freeNumbers, nearestTo, waitingEnds } from '../core/domain/seats'
import type { SeatRefusal } from '../core/domain/seats'
import type { Seat, Slot, Waiting } from '../core/store/documents/slot'
import { itemNames } from '../core/store/item-names'
import { nearestFree } from '../core/store/nearest'
import { MOST_WAITING } from '../core/store/slots'
import type * as z from 'zod'
import type { bookInput } from './schema'
import { slotView } from './view'

type Input = z.infer<typeof bookInput>

/** Who sits in the seat, as far as the caller says. */
interface Sitter {
  readonly who: string
  readonly name: string
  readonly villageId: string
}

/** The one whose seat it is: the caller, a family member of theirs, or a person by name and village. */
export function sitterOf({ caller, township }: KnownCall, person: Input['for']): Sitter {
  const { resident, staff } = caller.account
  const home = staff?.villageId ?? resident?.villageId ?? ''
  if (!person) {
    return { who: caller.id, name: resident?.name ?? staff?.name ?? '', villageId: home }
  }
  const member = person.memberId === undefined ? person : familyMember(caller, person.memberId)
  const { name = '', villageId = home } = member
  return { who: hashId('person', township, villageId, name), name, villageId }
}

function familyMember({ account }: KnownCall['caller'], memberId: string) {
  const member = account.family?.find(({ id }) => id === memberId)
  if (!member) throw notFound('这个家里人')
  return member
}

export async function itemsOf(township: string, codes: readonly string[]): Promise<Seat['items']> {
  const distinct = [...new Set(codes)]
  const names = await itemNames(township, distinct)
  return distinct.map((code, index) => {
    const name = names[index]
    if (!name) throw notFound(`编号 ${code} 的事项`)
    return { code, name }
  })
}

/** The seat without its number. */
export function newSeat(
  { caller, now, request }: KnownCall,
  input: Pick<Input, 'for' | 'place' | 'note'>,
  { who, name, villageId }: Sitter,
  items: Seat['items'],
): Waiting {
  const { resident, staff } = caller.account
  const given = input.for ? (input.for.contact ?? null) : null
  const contact = given ? sealContact(given) : (resident?.contact ?? null)
  const noPhone = given?.by === 'agent' || given?.by === 'paper'
  const isAgent = (staff?.roles.includes('agent') ?? false) && staff?.villageId === villageId
  return {
    id: request.key,
    who,
    by: caller.id,
    name,
    items,
    note: [input.place, input.note].filter(Boolean).join('；'),
    contact,
    bookedAt: now,
    content: request.content,
    reminded: false,
    villageId,
    forOther: input.for !== undefined,
    tellAgent: noPhone && !isAgent,
    ...(input.place === undefined ? {} : { place: input.place }),
  }
}

/** The lowest free number first; when somebody took it, any free one, so that not all try the same. */
export function pickNumber(slot: Slot, attempt: number): number {
  const free = freeNumbers(slot)
  const index = attempt === 0 ? 0 : Math.floor(Math.random() * free.length)
  return free[index] ?? slot.base + 1
}

/** Each lost attempt means that somebody else got a seat, so this is never reached by chance. */
export const MOST_ATTEMPTS = 40

export const tooMany = (): AppError =>
  new AppError('CONFLICT', '约的人太多，没约上。请再点一次。', { retryable: true })

const REFUSALS: Readonly<Record<SeatRefusal, string>> = {
  TOO_LATE: '这个时间已经过了，请选后面的时间。',
  SLOT_CLOSED: '这个时间不开放，请选别的时间。',
  ALREADY_BOOKED: '这半天已经约过一个号了，一个号可以办几件事。要改时间，打开原来的号点“改时间”。',
  SLOT_FULL: '这个时间约满了，请选别的时间；也可以直接来，现场留了一半的号。',
}

export const refused = (code: SeatRefusal): AppError => new AppError(code, REFUSALS[code])

/** So many of the nearest free times are offered at once. */
const MOST_NEAREST = 3
/** Some begin too soon to be booked. */
const LOOKED_AT = 2 * MOST_NEAREST

/** Why not; when it is full or closed, with the nearest free times, so that nobody has to search. */
export async function refusedWithNearest(
  code: SeatRefusal,
  slot: Slot,
  now: Date,
): Promise<AppError> {
  if (code === 'ALREADY_BOOKED') return refused(code)
  const free = (await nearestFree(slot, now, LOOKED_AT)).map((one) => ({
    ...one,
    view: slotView(one, now),
  }))
  const open = free.filter(({ view }) => view.state === 'open')
  const nearest = nearestTo(slot.startAt, open, MOST_NEAREST).map(({ view }) => view)
  const canWait =
    code === 'SLOT_FULL' && (slot.waiters ?? 0) < MOST_WAITING && now < waitingEnds(slot.date)
  return new AppError(code, REFUSALS[code], { data: { nearest, canWait } })
}

/** 上门 needs to know where to. */
export function checkPlace(slot: Slot, place: string | undefined): void {
  if (slot.home && place === undefined) {
    throw new AppError('INVALID_INPUT', '上门要写到哪里去，比如几组、谁家隔壁。', {
      fields: { place: '没有填' },
    })
  }
}
