import { action } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { ItemDocument } from '../../core/store/documents/catalog'
import type { ItemRecord } from '../../core/store/documents/edition'
import { catalogueInput, catalogueOutput } from '../schema/catalogue'

export const catalogue = action({
  summary: '管目录：全部事项，也有没公开的草稿和不再办的',
  by: ['admin'],
  scope: 'township',
  input: catalogueInput,
  output: catalogueOutput,
  run: async ({ scope }) => {
    const [items, records] = await Promise.all([
      find<ItemDocument>('items', scope, {
        order: [['code', 'asc']],
        limit: 1000,
        projection: { code: 1, name: 1, category: 1, department: 1 },
      }),
      find<ItemRecord>('editions', scope, {
        order: [['code', 'asc']],
        limit: 1000,
        projection: { code: 1, state: 1, draft: 1, 'editions.n': 1 },
      }),
    ])
    const recordOf = new Map(records.map((record) => [record.code, record]))
    const known = new Set(items.map(({ code }) => code))
    const listed = items.map(({ code, name, category, department }) => {
      const record = recordOf.get(code)
      return {
        code,
        name,
        category,
        department,
        state: record?.state ?? ('public' as const),
        hasDraft: (record?.draft ?? null) !== null,
        editions: record?.editions.length ?? 1,
      }
    })
    const begun = records
      .filter(({ code }) => !known.has(code))
      .map(({ code, state, draft }) => ({
        code,
        name: draft?.name ?? '（还没写名称）',
        category: draft?.category ?? '',
        department: draft?.department ?? '',
        state,
        hasDraft: true,
        editions: 0,
      }))
    return { items: [...begun, ...listed] }
  },
})
