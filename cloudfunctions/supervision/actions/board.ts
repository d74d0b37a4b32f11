import { action } from '../../core/kernel/action'
import { AGES, readOpen, readVenues, sumOpen } from '../../core/store/board'
import { keptMonth } from '../../core/store/month-figures'
import { keptPlaces } from '../../core/store/places'
import { businessDate } from '../../../miniprogram/shared/dates'
import { boardInput, boardOutput } from '../schema'

export const board = action({
  summary: '看板：现在要我定什么，在办、快到期、超时、没答复各多少，今天大厅和村里约了多少',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: boardInput,
  output: boardOutput,
  run: async ({ scope, township, now }) => {
    const today = businessDate(now)
    const [open, venues, places, month] = await Promise.all([
      readOpen(scope, now),
      readVenues(township, today),
      keptPlaces(township),
      keptMonth(township, today),
    ])
    const { rows, ages, transfers, extensions, urgent } = open
    const { received, answered, completed } = month.total
    return {
      ...sumOpen(rows),
      departments: places.departments.map(({ id, name }) => ({
        id,
        name,
        ...sumOpen(rows.filter(({ unit }) => unit === id)),
      })),
      needs: { transfers: transfers.asked, disputes: transfers.declined, extensions },
      ages: ages.map((count, index) => ({ upTo: AGES[index] ?? null, open: count })),
      urgent: urgent.map(({ _id, number, itemName, unitName, urgentAt }) => ({
        id: _id,
        number,
        itemName,
        unitName,
        dueOn: businessDate(new Date(+urgentAt - 1)),
      })),
      venues: [{ id: 'hall', name: '政务大厅' }, ...places.villages].flatMap(({ id, name }) =>
        venues.filter((venue) => venue.id === id).map((venue) => ({ ...venue, name })),
      ),
      month: { received, answered, completed },
      asOf: now.toISOString(),
    }
  },
})
