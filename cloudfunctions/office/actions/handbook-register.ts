import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { Delivery } from '../../core/store/documents/handbook'
import { currentHandbook, headsOf } from '../../core/store/handbook'
import { handbookRegisterInput, handbookRegisterOutput } from '../schema/handbook'
import { meantVillage } from '../own-village'

const PAGE = 50

export const handbookRegister = action({
  summary: '《百事通》发放登记：一个村里哪些户有了，哪一版，谁送的',
  by: ['agent', 'leader', 'supervisor', 'admin'],
  scope: 'township',
  input: handbookRegisterInput,
  output: handbookRegisterOutput,
  run: async ({ township, caller }, { villageId: named, edition, cursor }) => {
    const villageId = meantVillage(caller, named)
    const version = edition ?? (await currentHandbook(township)).handbook
    const scope = { township, version, villageId }
    const { docs, next } = await page<Delivery>('deliveries', scope, {
      field: 'at',
      cursor,
      size: PAGE,
    })
    const numbers = docs.map(({ no }) => no)
    const heads = await headsOf(township, villageId, numbers)
    return {
      edition: version,
      deliveries: docs.map(({ no, at, byName }) => ({
        no,
        at,
        byName,
        head: heads.get(no) ?? null,
      })),
      next,
    }
  },
})
