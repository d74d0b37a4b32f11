import { action } from '../../core/kernel/action'
import { afterCursor, encodeCursor } from '../../core/kernel/cursor'
import { find } from '../../core/store/database'
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
    const rows = await find<Delivery>('deliveries', afterCursor(scope, 'at', 'desc', cursor), {
      order: [
        ['at', 'desc'],
        ['_id', 'asc'],
      ],
      limit: PAGE + 1,
    })
    const shown = rows.slice(0, PAGE)
    const numbers = shown.map(({ no }) => no)
    const heads = await headsOf(township, villageId, numbers)
    const last = shown.at(-1)
    return {
      edition: version,
      deliveries: shown.map(({ no, at, byName }) => ({
        no,
        at,
        byName,
        head: heads.get(no) ?? null,
      })),
      next: rows.length > PAGE && last ? encodeCursor(last.at, last._id) : null,
    }
  },
})
