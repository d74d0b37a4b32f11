import { openAction } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import { venuesInput, venuesOutput } from '../schema'

export const venues = openAction({
  summary: '一站一厅一室：地址、电话、时间、代办员',
  by: ['public'],
  scope: 'public',
  input: venuesInput,
  output: venuesOutput,
  run: async ({ scope }) => {
    const venues = await find<PlaceDocument>('places', scope, {
      order: [['order', 'asc']],
      limit: 1000,
    })
    return { venues }
  },
})
