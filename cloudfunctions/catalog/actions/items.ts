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
  run: async ({ scope }, filter) => {
    const docs = await find<ItemDocument>(
      'items',
      { ...scope, ...filter },
      { order: [['code', 'asc']], limit: 1000, projection: LISTED },
    )
    const versions = docs.map((doc) => doc.catalogVersion).sort()
    return { items: docs, version: versions.at(-1) ?? '' }
  },
})

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
  aliases: 1,
  keywords: 1,
  pinyin: 1,
} as const
