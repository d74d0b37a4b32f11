import type { KnownCall } from '../../core/kernel/action'
import { action } from '../../core/kernel/action'
import { sealContact } from '../../core/kernel/contact'
import { AppError, notFound } from '../../core/kernel/errors'
import { hashId } from '../../core/kernel/hash'
import { dispatch } from '../../core/kernel/notices'
import { freeNumbers, seatRefusal } from '../../core/domain/slots'
import type { SeatRefusal } from '../../core/domain/slots'
import { claimHalfDay, dropClaim } from '../../core/store/claims'
import { otherContent } from '../../core/store/commit'
import type { Seat, Slot } from '../../core/store/documents/slot'
import { itemNames } from '../../core/store/item-names'
import { findSlot, takeSeat } from '../../core/store/slots'
import type * as z from 'zod'
import { bookedNotice } from '../notices'
import { bookInput, bookOutput } from '../schema'
import { appointmentView, seatOf } from '../view'

type Input = z.infer<typeof bookInput>

/** Each lost attempt means that somebody else got a seat, so this is never reached by chance. */
const MOST_ATTEMPTS = 40

export const book = action({
  summary: '约一个号，一次最多办五件事；可以替家里人或替没有手机的人约',
  by: ['villager', 'agent', 'window', 'cadre', 'leader', 'supervisor', 'admin'],
  scope: 'bookedSlots',
  input: bookInput,
  output: bookOutput,
  run: async (call, input) => {
    const { township, now, request } = call
    const who = personOf(call, input)
    let claimed: Slot | null = null
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const slot = await findSlot({ township }, input.slotId)
      if (!slot) throw notFound('这个时间的号')
      const first = seatOf(slot, request.key)
      if (first) return repeated(slot, first, request.content, now)

      const refusal = seatRefusal(slot, who, now)
      if (refusal) {
        if (claimed) await dropClaim(slot, who, request.key)
        throw refused(refusal)
      }
      const items = await itemsOf(township, input.codes)
      if (!claimed && !(await claimHalfDay(slot, who, request.key, now))) {
        throw refused('ALREADY_BOOKED')
      }
      claimed = slot
      const seat = seatFor(call, input, who, items, pickNumber(slot, attempt))
      const out = [bookedNotice(slot, seat, now)]
      if (await takeSeat(slot, seat, out)) {
        await dispatch('slots', slot, out, now)
        const after = { ...slot, remaining: slot.remaining - 1 }
        return { appointment: appointmentView(after, seat, now) }
      }
    }
    throw new AppError('CONFLICT', '约的人太多，没约上。请再点一次。', { retryable: true })
  },
})

/** The one whose seat it is: the caller, or a person by name and village. */
function personOf({ caller, township }: KnownCall, input: Input): string {
  if (!input.for) return caller.id
  return hashId('person', township, input.for.villageId ?? homeVillage(caller), input.for.name)
}

const homeVillage = (caller: KnownCall['caller']): string =>
  caller.account.staff?.villageId ?? caller.account.resident?.villageId ?? ''

async function itemsOf(township: string, codes: readonly string[]): Promise<Seat['items']> {
  const distinct = [...new Set(codes)]
  const names = await itemNames(township, distinct)
  return distinct.map((code, index) => {
    const name = names[index]
    if (!name) throw notFound(`编号 ${code} 的事项`)
    return { code, name }
  })
}

function seatFor(
  { caller, now, request }: KnownCall,
  input: Input,
  who: string,
  items: Seat['items'],
  no: number,
): Seat {
  const { resident, staff } = caller.account
  const contact = input.for ? (input.for.contact ?? null) : null
  return {
    id: request.key,
    who,
    by: caller.id,
    name: input.for?.name ?? resident?.name ?? staff?.name ?? '',
    no,
    items,
    note: [input.place, input.note].filter(Boolean).join('；'),
    contact: contact ? sealContact(contact) : (resident?.contact ?? null),
    bookedAt: now,
    content: request.content,
    reminded: false,
  }
}

/** The lowest free number first; when somebody took it, any free one, so that not all try the same. */
function pickNumber(slot: Slot, attempt: number): number {
  const free = freeNumbers(slot)
  const index = attempt === 0 ? 0 : Math.floor(Math.random() * free.length)
  return free[index] ?? slot.base + 1
}

function repeated(slot: Slot, seat: Seat, content: string, now: Date) {
  if (seat.content !== content) throw otherContent()
  return { appointment: appointmentView(slot, seat, now) }
}

const REFUSALS: Readonly<Record<SeatRefusal, string>> = {
  TOO_LATE: '这个时间已经过了，请选后面的时间。',
  SLOT_CLOSED: '这个时间不开放，请选别的时间。',
  ALREADY_BOOKED: '这半天已经约过一个号了，一个号可以办几件事。要改时间，先把原来的号取消。',
  SLOT_FULL: '这个时间约满了，请选别的时间；也可以直接来，现场留了一半的号。',
}

const refused = (code: SeatRefusal): AppError => new AppError(code, REFUSALS[code])
