import { addDays, businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { parseInput } from '../../core/kernel/input'
import { itemContent } from '../../core/kernel/item-schema'
import { pinyinOf } from '../../core/kernel/pinyin'
import { differences, missingDisclosure } from '../../core/domain/item'
import type { ItemContent } from '../../core/domain/item'
import { catalogueNames, changeItem, unitNamed } from '../../core/store/editions'
import type { ItemRecord } from '../../core/store/documents/edition'
import { publishItemInput, publishItemOutput } from '../schema/catalogue'
import { recordView } from '../record-view'

/** Further ahead nobody plans a catalogue. */
const LONGEST_AHEAD_DAYS = 366

export const publishItem = action({
  summary: '公开事项的新一版：从哪天起用；七项公开缺一项就公开不了',
  by: ['admin'],
  scope: 'township',
  input: publishItemInput,
  output: publishItemOutput,
  run: async (call, { code, from, note }) => {
    const today = businessDate(call.now)
    const begins = from ?? today
    const record = await changeItem(call, code, 'publishItem', async (old) => {
      refuseDay(begins, today, old)
      if (old.draft === null) {
        throw new AppError('ACTION_NOT_ALLOWED', '没有改过的草稿，不用公开。先改，存好，再公开。')
      }
      const last = old.editions.at(-1)
      const { item, unit } = await complete(call.township, { ...last?.item, ...old.draft, code })
      const changes = differences(last?.item ?? null, item, await catalogueNames(call.township))
      const edition = {
        n: (last?.n ?? 0) + 1,
        from: begins,
        item,
        unit,
        pinyin: pinyinOf([item.name, ...item.aliases]),
        changes,
        note,
        byName: call.caller.name,
        at: call.now,
        retired: null,
      }
      const what = changes.map(({ label }) => label).join('、') || '没有变化'
      return {
        state: 'public',
        set: { draft: null, editions: [...old.editions, edition] },
        text: `公开第${String(edition.n)}版，${spokenDate(begins)}起用：${what}`,
      }
    })
    return { record: await recordView(record, call.now) }
  },
})

/** Nothing begins in the past, and no edition before one that is already planned. */
export function refuseDay(begins: string, today: string, { editions }: ItemRecord): void {
  const planned = editions.at(-1)?.from ?? ''
  const reason =
    begins < today || begins > addDays(today, LONGEST_AHEAD_DAYS)
      ? '从今天起，最多一年以后'
      : begins < planned
        ? `已经有一版定在${spokenDate(planned)}起用，新的不能比它早`
        : null
  if (reason === null) return
  throw new AppError('INVALID_INPUT', `起用的日子不对：${reason}。请重新选。`, {
    fields: { from: reason },
  })
}

/** The whole matter, with nothing that must be open left empty. */
async function complete(township: string, writing: Partial<ItemContent>) {
  const unit = writing.department ? await unitNamed(township, writing.department) : null
  const missing = missingDisclosure(writing, unit)
  if (missing.length > 0 || !unit) {
    throw new AppError(
      'INVALID_INPUT',
      `还不能公开：${missing.map((label) => `“${label}”`).join('')}空着。七项公开缺一项也不行，补齐再公开。`,
      { fields: Object.fromEntries(missing.map((label) => [label, '空着'])) },
    )
  }
  return { item: parseInput(itemContent, writing), unit }
}
