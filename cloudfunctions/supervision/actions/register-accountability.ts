import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch, notice } from '../../core/kernel/notices'
import { create } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { Account } from '../../core/store/documents/account'
import type { AccountabilityDocument } from '../../core/store/documents/warning'
import { newMatter } from '../../core/store/new-matter'
import { businessDate } from '../../../miniprogram/shared/dates'
import { factsOf } from '../proposals'
import { MEASURES } from '../measures'
import { registerAccountabilityInput, registerAccountabilityOutput } from '../schema/warning'
import { accountabilityView } from '../warning-view'

export const registerAccountability = action({
  summary: '登记责任追究：人定的，写明事实和理由；不追究也登记',
  by: ['leader', 'supervisor'],
  scope: 'heldToAccount',
  input: registerAccountabilityInput,
  output: registerAccountabilityOutput,
  run: async (call, { unit, staffId, measure, reason, facts }) => {
    const { township, now, caller } = call
    const [known, person] = await Promise.all([
      factsOf(township, now),
      staffId === undefined ? null : personOf(township, staffId),
    ])
    const resting = facts.flatMap(({ id }) => known.filter((one) => one.id === id))
    const [first] = resting
    const own = resting.every((one) => one.unit === unit)
    if (!first || resting.length < facts.length || !own) {
      throw new AppError('INVALID_INPUT', '依据的事实变了，或者不是这个单位的。请刷新再选。', {
        fields: { facts: '请刷新再选' },
      })
    }
    if (person?.account === caller.id) {
      throw new AppError('FORBIDDEN', '自己的事不能自己定。请另一位领导来定。')
    }
    const record = newRecord(call, {
      unit,
      unitName: first.unitName,
      person,
      measure,
      reason,
      facts: resting.map(({ kind, id, text }) => ({ kind, id, text })),
    })
    const { doc, repeated } = await create('accountabilities', record)
    if (!repeated) await dispatch('accountabilities', doc, doc.out, now)
    return { record: accountabilityView(doc, caller) }
  },
})

async function personOf(township: string, staffId: string) {
  const account = await findOne<Account>('accounts', { township, 'staff.id': staffId })
  if (!account?.staff) throw notFound('这个人')
  return { account: account._id, name: account.staff.name }
}

type Content = Pick<
  AccountabilityDocument,
  'unit' | 'unitName' | 'person' | 'measure' | 'reason' | 'facts'
>

function newRecord(call: KnownCall, content: Content): AccountabilityDocument {
  const { now, caller, request } = call
  const { person, unit, unitName, measure, reason } = content
  const text = `${MEASURES[measure]}：${reason}`
  return newMatter<AccountabilityDocument>(
    call,
    { action: 'registerAccountability', state: 'standing', text },
    { ...content, decidedBy: caller.id, decidedByName: caller.name, at: now, appeal: null },
    {
      tell: () => [
        notice(`accountability:${request.key}`, now, {
          to: person ? { account: person.account } : { unit },
          template: 'task',
          title: '有一条责任追究登记',
          text: `${text}。不服可以申诉一次。`,
          target: '/packages/rating/accountability/accountability',
          values: {
            matter: '责任追究登记',
            place: unitName,
            by: `${businessDate(now)} 17:30`,
            hint: '不服可以申诉一次',
          },
        }),
      ],
    },
  )
}
