import { openAction } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { ItemDocument } from '../../core/store/documents/catalog'
import { itemsInput, itemsOutput } from '../schema'

export const items = openAction({
  summary: '事项目录，带找事用的别名、拼音',
  by: ['public'],
  scope: 'public',
  input: itemsInput,
  output: itemsOutput,
  run: async ({ scope }, { inVillage = false, noTrip = false, ...filter }) => {
    const docs = await find<ItemDocument>(
      'items',
      {
        ...scope,
        ...filter,
        retired: null,
        ...(noTrip ? { visits: 0 } : {}),
        ...(inVillage ? IN_VILLAGE : {}),
      },
      { order: [['code', 'asc']], limit: 1000, projection: LISTED },
    )
    const versions = docs.map((doc) => doc.catalogVersion).sort()
    const items = docs.map(({ unit, keywords, ...item }) => ({
      ...item,
      unit: unit.name,
      // People say 国土所 long after the board at the door has changed.
      keywords: [...keywords, unit.name, ...(unit.formerName === null ? [] : [unit.formerName])],
    }))
    return { items, version: versions.at(-1) ?? '' }
  },
})

/** The same rule as on the phone: `canDoInVillage` in miniprogram/shared/item-filters.ts. */
const IN_VILLAGE = { $or: [{ level: 'village' }, { inPerson: false, mode: { $ne: 'booking' } }] }

const LISTED = {
  catalogVersion: 1,
  code: 1,
  name: 1,
  category: 1,
  department: 1,
  level: 1,
  mode: 1,
  instant: 1,
  commitDays: 1,
  visits: 1,
  inPerson: 1,
  'unit.name': 1,
  'unit.formerName': 1,
  aliases: 1,
  keywords: 1,
  pinyin: 1,
} as const
