import { businessDate } from '../../miniprogram/shared/dates'
import { differences, editionOn, missingDisclosure, told } from '../core/domain/item'
import type { ItemRecord } from '../core/store/documents/edition'
import { catalogueNames, unitNamed } from '../core/store/editions'

/** How much of what was done to a draft goes with it. */
const LATEST_STEPS = 20

/** An item as the administrator sees it: in force, being written, and every edition newest first. */
export async function recordView(record: ItemRecord, now: Date) {
  const current = editionOn(record.editions, businessDate(now))
  const latest = record.editions.at(-1)
  const writing = { ...latest?.item, ...record.draft }
  const [unit, nameOf] = await Promise.all([
    writing.department ? unitNamed(record.township, writing.department) : null,
    catalogueNames(record.township),
  ])
  return {
    code: record.code,
    version: record.v,
    state: record.state,
    item: current?.item ?? null,
    draft: record.draft,
    writing,
    told: told(writing, nameOf),
    changes: record.draft ? differences(latest?.item ?? null, writing, nameOf) : [],
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
    steps: record.log
      .slice(-LATEST_STEPS)
      .toReversed()
      .map(({ at, said }) => ({ at, byName: said?.byName ?? '', text: said?.text ?? '' })),
  }
}
