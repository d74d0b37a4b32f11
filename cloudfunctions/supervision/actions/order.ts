import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { SCOPES } from '../../core/kernel/scope'
import { findOne } from '../../core/store/database'
import type { IssueDocument } from '../../core/store/documents/issue'
import type { OrderOrigin } from '../../core/store/documents/order'
import { orderInput, orderOutput } from '../schema/order'
import { orderView } from '../order-view'
import { issueOrder } from '../orders'
import type { NewOrder } from '../orders'

/** Who may know of the order, and who never does. */
type Discretion = Pick<NewOrder, 'watch' | 'hiddenFrom'>

const OPEN_TO_BOTH: Discretion = { watch: 'station', hiddenFrom: [] }

/** Looks at the matter behind the order; what meetings and ratings decide is their own. */
const ORIGINS: Readonly<
  Partial<Record<OrderOrigin, (call: KnownCall, id: string, unit: string) => Promise<Discretion>>>
> = {
  case: async ({ township }, id) => {
    if (!(await findOne('cases', { _id: id, township }))) throw notFound('这件事')
    return OPEN_TO_BOTH
  },
  issue: async ({ township, caller }, id, unit) => {
    const scope = { township, ...SCOPES.watchedIssues(caller) }
    const issue = await findOne<IssueDocument>('issues', { ...scope, _id: id })
    if (!issue) throw notFound('这件反映的事')
    if (issue.about?.units.includes(unit)) {
      throw new AppError(
        'FORBIDDEN',
        '这件事反映的人就在这个单位，不能交给他们。请换一个单位，或者自己查。',
        { fields: { unit: '反映的人在这个单位' } },
      )
    }
    const { watch, hiddenFrom } = issue
    return { watch, hiddenFrom }
  },
}

export const order = action({
  summary: '开交办单（领导）、督办单（监督）：哪个单位、办什么、哪天前回复',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: orderInput,
  output: orderOutput,
  run: async (call, { kind = 'assign', origin, unit, task, dueOn }) => {
    const discretion = origin && (await ORIGINS[origin.kind]?.(call, origin.id, unit))
    const doc = await issueOrder(call, {
      kind,
      origin: origin ?? { kind: 'direct', id: null },
      unit,
      task,
      dueOn,
      ...(discretion ?? OPEN_TO_BOTH),
    })
    return { order: orderView(doc, call.caller, call.now) }
  },
})
