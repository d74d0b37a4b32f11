import { openAction } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { ItemDocument } from '../../core/store/documents/catalog'
import { guideInput, guideOutput } from '../schema'

export const guide = openAction({
  summary: '办事指南：带什么、找谁、多久、几趟',
  by: ['public'],
  scope: 'public',
  input: guideInput,
  output: guideOutput,
  run: async ({ scope }, { code }) => {
    const item = await findOne<ItemDocument>('items', { ...scope, code })
    if (!item) throw notFound('这个事项')
    return {
      item: {
        ...item,
        retired: item.retired ?? null,
        effectiveFrom: item.effectiveFrom ?? null,
        version: item.catalogVersion,
      },
    }
  },
})
