import { find } from '../core/store/database'
import type { Query } from '../core/store/database'
import type { TextDocument, TextKind } from '../core/store/documents/place'

/** The texts of one kind that are in force, in their order. */
export function textsOf(scope: Query, kind: TextKind): Promise<TextDocument[]> {
  return find<TextDocument>(
    'texts',
    { ...scope, kind, retired: false },
    { order: [['order', 'asc']], limit: 500, projection: { history: 0 } },
  )
}
