import { businessDate } from '../../miniprogram/shared/dates'
import { editionOn, missingDisclosure } from '../core/domain/item'
import type { ItemRecord } from '../core/store/documents/edition'
import { unitNamed } from '../core/store/editions'

/** An item as the administrator sees it: in force, being written, and every edition newest first. */
export async function recordView(record: ItemRecord, now: Date) {
  const current = editionOn(record.editions, businessDate(now))
  const latest = record.editions.at(-1)
  const writing = { ...latest?.item, ...record.draft }
  const unit = writing.department ? await unitNamed(record.township, writing.department) : null
  return {
    code: record.code,
    state: record.state,
    item: current?.item ?? null,
    draft: record.draft,
    missing: missingDisclosure(writing, unit),
    editions: record.editions.toReversed().map((edition) => ({
      n: edition.n,
      from: edition.from,
      inForce: edition.n === current?.n,
      at: edition.at,
      byName: edition.byName,
      note: edition.note,
      changes: edition.changes,
      retired: edition.retired,
    })),
  }
}
