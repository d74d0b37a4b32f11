import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { EVERYBODY } from '../../core/kernel/roles'
import { unseal } from '../../core/kernel/crypto'
import { AppError, notFound } from '../../core/kernel/errors'
import { visitTime } from '../../core/domain/roster'
import { findSlotOfSeat } from '../../core/store/slots'
import type { Slot } from '../../core/store/documents/slot'
import { stepDuty } from '../roster/duty'
import { thursdaysServed } from '../roster/thursday'
import { dialVisitInput, dialVisitOutput } from '../schema/visits'

export const dialVisit = action({
  summary: '上门前打个电话：只有那天排到这个村的人，前一天18点起；看一次记一次',
  by: EVERYBODY,
  scope: 'township',
  input: dialVisitInput,
  output: dialVisitOutput,
  run: async (call, { id }) => {
    const slot = await findSlotOfSeat({ township: call.township }, id)
    const seat = slot?.home ? slot.seats.find((one) => one.id === id) : undefined
    const duty = slot && seat ? await dutyAt(call, slot) : undefined
    if (!slot || !seat || !duty) throw notFound('您要上门的这一家')
    if (!seat.contact?.phone) {
      throw new AppError('ACTION_NOT_ALLOWED', '这家没留电话。打给村里的代办员，请他去说一声。')
    }
    // Written down before the number leaves: who looked, and at which number of the day.
    await stepDuty(call, duty._id, {
      action: 'dialVisit',
      set: () => ({}),
      visit: visitTime(slot.date, call.now),
      text: `看了${String(seat.no)}号的电话，上门前联系`,
    })
    return { phone: unseal(seat.contact.phone) }
  },
})

/** The caller's own duty of that day in that village. */
async function dutyAt({ township, scope, caller }: KnownCall, { date, venueId }: Slot) {
  const served = await thursdaysServed(township, scope, date, date)
  const own = served.find(
    ({ duty: { placeId, staff } }) => placeId === venueId && staff.account === caller.id,
  )
  return own?.duty
}
