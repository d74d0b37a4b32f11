import { action } from '../../core/kernel/action'
import { SCOPES } from '../../core/kernel/scope'
import { presenceOn } from '../../core/domain/whereabouts'
import { findOne } from '../../core/store/database'
import { handlersOf } from '../../core/store/calls'
import type { UnopenedCase, UnsignedOrder } from '../../core/store/calls'
import type { Account } from '../../core/store/documents/account'
import type { DepartmentDirectory } from '../../core/store/documents/catalog'
import { businessDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { callsInput, callsOutput } from '../schema/calls'
import { readUnopened } from '../unopened'
import type { Unopened } from '../unopened'

export const calls = action({
  summary: '电话单：两个工作小时还没人打开的事、没人签收的交办单，按单位，打给谁',
  by: ['leader'],
  scope: 'readableCases',
  input: callsInput,
  output: callsOutput,
  run: async ({ scope, township, caller, now }) => {
    const may = { cases: scope, orders: SCOPES.orders(caller) }
    const unopened = await readUnopened(township, may, now)
    const ids = unitsWith(unopened)
    if (ids.length === 0) return { units: [] }
    const [staff, directory] = await Promise.all([
      handlersOf(township, ids),
      findOne<DepartmentDirectory>('directory', { _id: `${township}:departments`, township }),
    ])
    const today = businessDate(now)
    const waiting = (directory?.departments ?? []).filter(({ id }) => ids.includes(id))
    return {
      units: waiting.map(({ id, name, phone }) => ({
        id,
        name,
        phone,
        people: staff
          .filter(({ staff: one }) => one?.units.includes(id))
          .flatMap((account) => personOf(account, today))
          .sort((a, b) => (a.abPost + a.id < b.abPost + b.id ? -1 : 1)),
        matters: [...unopened.cases]
          .filter(({ unit }) => unit === id)
          .sort((a, b) => +a.receivedAt - +b.receivedAt)
          .map(caseView),
        orders: unopened.orders.filter(({ unit }) => unit === id).map(orderView),
      })),
    }
  },
})

const unitsWith = ({ cases, orders }: Unopened): string[] => [
  ...new Set([...cases, ...orders].map(({ unit }) => unit)),
]

const caseView = ({ _id, number, itemName, receivedAt, urgentAt, called }: UnopenedCase) => ({
  id: _id,
  number,
  itemName,
  receivedAt: receivedAt.toISOString(),
  lookBy: businessDate(new Date(+urgentAt - 1)),
  called: calledView(called),
})

const orderView = ({ _id, number, task, dueOn, called, log: [first] }: UnsignedOrder) => ({
  id: _id,
  number,
  task,
  issuedAt: first?.at.toISOString() ?? '',
  dueOn,
  called: calledView(called),
})

const calledView = (called: UnopenedCase['called']) =>
  called ? { ...called, at: called.at.toISOString() } : null

function personOf(account: Account, today: BusinessDate) {
  const { staff } = account
  if (!staff) return []
  const { id, name, post, phone, abPost = 'A' } = staff
  const said = presenceOn(account, today)
  const standIn = said?.substitute?.name
  const away = said === null || said.state === 'in' ? '' : '今天不在'
  return [{ id, name, post, phone, abPost, away: away && standIn ? `${away}，${standIn}替` : away }]
}
