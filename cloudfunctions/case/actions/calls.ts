import { action } from '../../core/kernel/action'
import { calendarOf } from '../../core/kernel/township-calendar'
import { waitsTooLong } from '../../core/domain/call-list'
import { presenceOn } from '../../core/domain/whereabouts'
import { handlersOf, unopenedCases } from '../../core/store/calls'
import type { UnopenedCase } from '../../core/store/calls'
import type { Account } from '../../core/store/documents/account'
import { keptPlaces } from '../../core/store/places'
import { businessDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { callsInput, callsOutput } from '../schema/calls'

export const calls = action({
  summary: '电话单：两个工作小时还没人打开的事，按单位，打给谁',
  by: ['leader'],
  scope: 'readableCases',
  input: callsInput,
  output: callsOutput,
  run: async ({ scope, township, now }) => {
    const calendar = calendarOf(township)
    const unopened = (await unopenedCases({ ...scope, township })).filter(({ receivedAt }) =>
      waitsTooLong(receivedAt, now, calendar),
    )
    if (unopened.length === 0) return { units: [] }
    const ids = [...new Set(unopened.map(({ unit }) => unit))]
    const [staff, { departments }] = await Promise.all([
      handlersOf(township, ids),
      keptPlaces(township),
    ])
    const order = departments.map(({ id }) => id)
    const today = businessDate(now)
    return {
      units: ids
        .sort((a, b) => order.indexOf(a) - order.indexOf(b))
        .flatMap((id) => {
          const matters = unopened.filter(({ unit }) => unit === id)
          const people = staff.filter(({ staff: one }) => one?.units.includes(id))
          return unitView(id, matters, people, today)
        }),
    }
  },
})

function unitView(
  id: string,
  matters: readonly UnopenedCase[],
  people: readonly Account[],
  today: BusinessDate,
) {
  const [first] = matters
  if (!first) return []
  return [
    {
      id,
      name: first.unitName,
      phone: first.unitPhone,
      people: people
        .flatMap((account) => personOf(account, today))
        .sort((a, b) => (a.abPost + a.id < b.abPost + b.id ? -1 : 1)),
      matters: [...matters]
        .sort((a, b) => +a.receivedAt - +b.receivedAt)
        .map(({ _id, number, itemName, receivedAt, urgentAt, called }) => ({
          id: _id,
          number,
          itemName,
          receivedAt: receivedAt.toISOString(),
          lookBy: businessDate(new Date(+urgentAt - 1)),
          called: called ? { ...called, at: called.at.toISOString() } : null,
        })),
    },
  ]
}

function personOf(account: Account, today: BusinessDate) {
  const { staff } = account
  if (!staff) return []
  const { id, name, post, phone, abPost = 'A' } = staff
  const said = presenceOn(account, today)
  const standIn = said?.substitute?.name
  const away = said === null || said.state === 'in' ? '' : '今天不在'
  return [{ id, name, post, phone, abPost, away: away && standIn ? `${away}，${standIn}替` : away }]
}
