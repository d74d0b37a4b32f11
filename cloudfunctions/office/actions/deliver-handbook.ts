import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { currentHandbook, deliver } from '../../core/store/handbook'
import { deliverHandbookInput, deliverHandbookOutput } from '../schema/handbook'
import { meantVillage } from '../own-village'

export const deliverHandbook = action({
  summary: '登记送了一本《百事通》：一户一版只记一次',
  by: ['agent', 'leader', 'admin'],
  scope: 'township',
  input: deliverHandbookInput,
  output: deliverHandbookOutput,
  run: async ({ township, caller, now, request }, { villageId: named, no }) => {
    const villageId = meantVillage(caller, named)
    const { handbook, villages } = await currentHandbook(township)
    if (!villages.some(({ id }) => id === villageId)) throw notFound('这个村')
    const { delivery, before } = await deliver({
      township,
      version: handbook,
      villageId,
      no,
      at: now,
      by: caller.id,
      byName: caller.name,
      key: request.key,
    })
    return { delivery, before }
  },
})
