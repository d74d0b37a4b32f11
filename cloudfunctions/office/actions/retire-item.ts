import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { ItemDocument } from '../../core/store/documents/catalog'
import { changeItem } from '../../core/store/editions'
import { retireItemInput, retireItemOutput } from '../schema/catalogue'
import { recordView } from '../record-view'
import { refuseDay } from './publish-item'

export const retireItem = action({
  summary: '事项不办了：从哪天起，为什么，改办哪一项；旧编号还能查到去处',
  by: ['admin'],
  scope: 'township',
  input: retireItemInput,
  output: retireItemOutput,
  run: async (call, { code, from, reason, replacedBy }) => {
    const today = businessDate(call.now)
    const begins = from ?? today
    const record = await changeItem(call, code, 'retireItem', async (old) => {
      refuseDay(begins, today, old)
      const last = old.editions.at(-1)
      if (!last) throw new AppError('ACTION_NOT_ALLOWED', '这个事项还没公开过，不用停。')
      if (last.retired) throw new AppError('ACTION_NOT_ALLOWED', '这个事项已经停了。')
      const retired = { reason, replacedBy: await replacement(call.township, code, replacedBy) }
      const edition = {
        ...last,
        n: last.n + 1,
        from: begins,
        changes: [],
        note: reason,
        byName: call.caller.name,
        at: call.now,
        retired,
      }
      return {
        state: 'retired',
        set: { draft: null, editions: [...old.editions, edition] },
        text: `${spokenDate(begins)}起不办了：${reason}`,
      }
    })
    return { record: await recordView(record, call.now) }
  },
})

/** Another matter that is in force; itself, or one that has gone too, helps nobody. */
async function replacement(township: string, code: string, other: string | undefined) {
  if (other === undefined) return null
  const item = await findOne<ItemDocument>('items', { township, code: other, retired: null })
  if (!item || other === code) throw notFound('改办的事项')
  return { code: item.code, name: item.name }
}
