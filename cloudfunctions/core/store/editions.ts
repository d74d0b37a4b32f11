/**
 * 目录的每一版: one record per item holds its draft, its editions and who did what; the item that
 * everybody reads is a copy of the edition in force. The copy is made after the commit; what a crash
 * or a later day leaves open is due and done by `jobs`.
 */
import { editionOn, nextBeginning, unitOf } from '../domain/item'
import type { Edition, ItemContent, ItemUnit, NameOf } from '../domain/item'
import type { KnownCall } from '../kernel/action'
import { AppError, notFound } from '../kernel/errors'
import { itemContent } from '../kernel/item-schema'
import { businessDate, instantOf } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { commit, repeatOf } from './commit'
import { findOne, updateOne } from './database'
import type { Update } from './database'
import type { DepartmentDirectory, HomeDirectory, ItemDocument } from './documents/catalog'
import type { ItemRecord, ItemState } from './documents/edition'
import { nextEvent } from './events'
import { insertNew } from './insert-new'

/** When `jobs` puts in force what this call could not. */
const RETRY_MS = 60_000

/** What a step makes of a record; `null` says that it is already so. */
export interface RecordChange {
  readonly state: ItemState
  readonly set: Partial<Pick<ItemRecord, 'draft' | 'editions'>>
  readonly text: string
}

/**
 * One step in the life of an item: reads its record, or makes one of the item as it is, lets `step`
 * say what changes, and writes it under one condition. A repeat answers what is there.
 *
 * @throws AppError `NOT_FOUND` for a code that nobody has, unless `isNew` allows one to begin.
 */
export async function changeItem(
  call: KnownCall,
  code: string,
  action: string,
  step: (record: ItemRecord) => RecordChange | Promise<RecordChange>,
  isNew = false,
): Promise<ItemRecord> {
  const stored = await findRecord(call.township, code)
  if (stored && repeatOf(stored.log, call.request)) return inForce(stored, call.now)
  const record = stored ?? (await firstRecord(call.township, code, isNew))
  const { state, set, text } = await step(record)
  const event = nextEvent(record, {
    at: call.now,
    by: call.caller.id,
    byName: call.caller.name,
    action,
    to: state,
    text,
    ...call.request,
  })
  const isPublic = set.editions !== undefined
  const due = isPublic ? new Date(+call.now + RETRY_MS) : record.nextDueAt
  const next: ItemRecord = {
    ...record,
    ...set,
    state,
    v: record.v + 1,
    log: [...record.log, event],
  }
  const done = stored
    ? await commit('editions', stored, { set: { ...set }, event, out: [], nextDueAt: due })
    : await insertNew('editions', due ? { ...next, nextDueAt: due } : next)
  if (!done) {
    throw new AppError('CONFLICT', `“${code}”刚刚有别人改了，您的还没存。看看新的，再改一次。`, {
      retryable: true,
    })
  }
  return isPublic ? inForce(next, call.now) : next
}

/** An item's record, also when nobody ever changed it. Throws `NOT_FOUND` for an unknown code. */
export const readRecord = async (township: string, code: string): Promise<ItemRecord> =>
  (await findRecord(township, code)) ?? firstRecord(township, code, false)

const findRecord = (township: string, code: string): Promise<ItemRecord | null> =>
  findOne<ItemRecord>('editions', { township, code })

async function inForce(record: ItemRecord, now: Date): Promise<ItemRecord> {
  if (record.editions.length > 0) await putInForce(record, now)
  return record
}

/** The item as the township's files have it is the first edition. */
async function firstRecord(township: string, code: string, isNew: boolean): Promise<ItemRecord> {
  const item = await findOne<ItemDocument>('items', { township, code })
  if (!item && !isNew) throw notFound('这个事项')
  return {
    _id: `${township}:edition:${code}`,
    township,
    schema: 1,
    v: 0,
    state: item ? 'public' : 'draft',
    code,
    draft: null,
    editions: item ? [firstEdition(item)] : [],
    log: [],
    out: [],
  }
}

function firstEdition(item: ItemDocument): Edition {
  return {
    n: 1,
    from: null,
    item: contentOf(item),
    unit: item.unit,
    pinyin: item.pinyin,
    changes: [],
    note: '最早的一版',
    byName: '乡里的数据文件',
    at: null,
    retired: null,
  }
}

/** Only what the township writes, without what the program adds. */
export const contentOf = (item: ItemDocument): ItemContent => itemContent.parse(item)

/** The department as it is now, for the edition that is made public. */
export async function unitNamed(township: string, id: string): Promise<ItemUnit | null> {
  const page = await findOne<DepartmentDirectory>('directory', {
    _id: `${township}:departments`,
    township,
  })
  const department = page?.departments.find((one) => one.id === id)
  return department ? unitOf(department) : null
}

/** What departments and categories are called, for whoever reads what changed. */
export async function catalogueNames(township: string): Promise<NameOf> {
  const [page, home] = await Promise.all([
    findOne<DepartmentDirectory>('directory', { _id: `${township}:departments`, township }),
    findOne<HomeDirectory>('directory', { _id: `${township}:home`, township }),
  ])
  const named = [...(page?.departments ?? []), ...(home?.categories ?? [])]
  const names = new Map(named.map(({ id, name }) => [id, name]))
  return (id) => names.get(id) ?? id
}

/**
 * Makes the item what its edition of today says, tells the phones that something changed, and notes
 * the day of the next edition. Doing it twice, or late, changes nothing.
 */
export async function putInForce(record: ItemRecord, now: Date): Promise<void> {
  const today = businessDate(now)
  const edition = editionOn(record.editions, today)
  if (edition) await publish(record, edition, now)
  await noteNext(record, nextBeginning(record.editions, today))
}

async function publish({ township, code }: ItemRecord, edition: Edition, now: Date): Promise<void> {
  const key = { _id: `${township}:item:${code}`, township }
  const there = await findOne<ItemDocument>('items', key)
  const shown = there?.edition ?? (there ? 1 : 0)
  if (shown < edition.n) {
    const { retired, from } = edition
    const fields = {
      ...edition.item,
      unit: edition.unit,
      pinyin: edition.pinyin,
      edition: edition.n,
      ...(from === null ? {} : { effectiveFrom: from }),
      ...(retired === null ? {} : { retired }),
      // The township's files do not write over it any more.
      edited: true,
    }
    const older = { $or: [{ edition: { $exists: false } }, { edition: { $lt: edition.n } }] }
    const update: Update = {
      $set: fields,
      ...(retired === null ? { $unset: { retired: '' } } : {}),
    }
    if (there) await updateOne('items', { ...key, ...older }, update)
    else {
      const item: ItemDocument = {
        ...key,
        schema: 1,
        catalogVersion: '',
        sample: false,
        ...fields,
      }
      await insertNew('items', item)
    }
  }
  // Only now, or a phone would fetch the old one for the new; and also when it was there already,
  // because a crash may have come in between.
  await updateOne(
    'directory',
    { _id: `${township}:catalogue`, township },
    { $set: { changedAt: now, edited: true } },
  )
}

/** A record that changed meanwhile is due by itself. */
async function noteNext(record: ItemRecord, next: BusinessDate | null): Promise<void> {
  const { _id, township, v } = record
  await updateOne(
    'editions',
    { _id, township, v },
    next === null
      ? { $unset: { nextDueAt: '' } }
      : { $set: { nextDueAt: instantOf(next, '00:05') } },
  )
}
