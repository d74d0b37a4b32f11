import { action } from '../../core/kernel/action'
import { EVERYBODY } from '../../core/kernel/roles'
import { visitTime } from '../../core/domain/roster'
import { find } from '../../core/store/database'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import type { Slot } from '../../core/store/documents/slot'
import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'
import { thursdaysServed } from '../roster/thursday'
import type { Served } from '../roster/thursday'
import { routeInput, routeOutput } from '../schema/visits'

/** A roster is made for some weeks ahead. */
const DAYS_AHEAD = 30

/** Three requests; one without a Thursday duty. */
export const route = action({
  summary: '驻村那天去哪：我排到的村、谁约了、谁请上门；周四放假就是改到的那天',
  by: EVERYBODY,
  scope: 'township',
  input: routeInput,
  output: routeOutput,
  run: async ({ scope, township, caller, now }, { date: wanted }) => {
    const from = wanted ?? businessDate(now)
    const until = wanted ?? addDays(from, DAYS_AHEAD)
    const served = await thursdaysServed(township, scope, from, until)
    const own = served.filter(({ duty }) => duty.staff.account === caller.id)
    const date = own[0]?.date
    if (date === undefined) return { date: wanted ?? null, movedFrom: null, stops: [] }
    const mine = own.filter((one) => one.date === date)
    const ids = mine.map(({ duty }) => duty.placeId)
    const [places, slots] = await Promise.all([
      find<PlaceDocument>('places', { ...scope, id: { $in: ids } }, { order: [['order', 'asc']] }),
      find<Slot>(
        'slots',
        {
          ...scope,
          venueId: { $in: ids },
          startAt: { $gte: instantOf(date), $lt: instantOf(addDays(date, 1)) },
        },
        { order: [['startAt', 'asc']], limit: 500, projection: { past: 0, issued: 0, out: 0 } },
      ),
    ])
    return {
      date,
      movedFrom: movedFrom(mine, slots),
      stops: places.flatMap((place) => stopAt(place, mine, slots, now)),
    }
  },
})

/** The holiday Thursday in whose place this day is: by the roster, or by the slots of the day. */
const movedFrom = (mine: readonly Served[], slots: readonly Slot[]): string | null =>
  mine.find(({ duty, date }) => duty.date !== date)?.duty.date ??
  slots.find((slot) => slot.movedFrom)?.movedFrom ??
  null

function stopAt(place: PlaceDocument, mine: readonly Served[], slots: readonly Slot[], now: Date) {
  const duty = mine.find((one) => one.duty.placeId === place.id)?.duty
  if (!duty) return []
  const here = slots.filter(({ venueId }) => venueId === place.id)
  const booked = here.reduce((sum, { seats }) => sum + seats.length, 0)
  const asked = here.flatMap(({ date, start, home = false, seats }) =>
    seats
      .filter(({ note }) => home || note !== '')
      .map(({ id, name, note, contact }) => ({
        id,
        start,
        name,
        home,
        note: home ? `上门，${note}` : note,
        phone: home && contact?.phone ? visitTime(date, now) : ('none' as const),
      })),
  )
  const { start, end } = duty
  return [{ ...place, placeId: place.id, start, end, booked, asked }]
}
