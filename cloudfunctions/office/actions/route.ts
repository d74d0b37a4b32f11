import { action } from '../../core/kernel/action'
import { EVERYBODY } from '../../core/kernel/roles'
import { find } from '../../core/store/database'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import type { Slot } from '../../core/store/documents/slot'
import type { Duty } from '../../core/store/documents/staff'
import { addDays, instantOf } from '../../../miniprogram/shared/dates'
import { routeInput, routeOutput } from '../schema/visits'

/** Three requests; none without a Thursday duty. */
export const route = action({
  summary: '驻村那天去哪：我排到的村、谁约了、谁请上门',
  by: EVERYBODY,
  scope: 'township',
  input: routeInput,
  output: routeOutput,
  run: async ({ scope, caller }, { date }) => {
    const duties = await find<Duty>('duties', { ...scope, date, kind: 'thursday' })
    const mine = duties.filter(({ staff }) => staff.account === caller.id)
    if (mine.length === 0) return { stops: [] }
    const ids = mine.map(({ placeId }) => placeId)
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
    return { stops: places.flatMap((place) => stopAt(place, mine, slots)) }
  },
})

function stopAt(place: PlaceDocument, duties: readonly Duty[], slots: readonly Slot[]) {
  const duty = duties.find(({ placeId }) => placeId === place.id)
  if (!duty) return []
  const here = slots.filter(({ venueId }) => venueId === place.id)
  const booked = here.reduce((sum, { seats }) => sum + seats.length, 0)
  const asked = here.flatMap(({ start, home, seats }) =>
    seats
      .filter(({ note }) => home || note !== '')
      .map(({ name, note }) => ({ start, name, note: home ? `上门，${note}` : note })),
  )
  const { start, end } = duty
  return [{ ...place, placeId: place.id, start, end, booked, asked }]
}
