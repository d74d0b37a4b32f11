import { action } from '../../core/kernel/action'
import { seal } from '../../core/kernel/crypto'
import { AppError } from '../../core/kernel/errors'
import { visitorHere, visitorServed } from '../../core/kernel/visitor'
import { create } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { ItemDocument } from '../../core/store/documents/catalog'
import type { QueueEntry } from '../../core/store/documents/day'
import type { ConsultationDocument } from '../../core/store/documents/consultation'
import { newMatter } from '../../core/store/new-matter'
import { businessDate } from '../../../miniprogram/shared/dates'
import { consultationDueAt, consultationView } from '../consultations'
import { consultationInput, consultationOutput } from '../schema/consultation'

export const consultation = action({
  summary: '接待咨询：问什么、怎么答的，三下记好；单独计数，不算办件',
  by: ['agent', 'window', 'cadre'],
  scope: 'receptions',
  input: consultationInput,
  output: consultationOutput,
  run: async (call, { outcome, way = 'window', callBack, visitor, ...said }) => {
    const { township, now, caller } = call
    const entry = visitor ? await visitorHere(call, visitor) : null
    const topic = said.topic ?? (await topicOf(township, entry))
    const villageId = said.villageId ?? (entry?.villageId || undefined)
    const doc = newMatter<ConsultationDocument>(
      call,
      { action: 'consultation', state: outcome, text: '接待了一次咨询' },
      {
        day: businessDate(now),
        at: now,
        topic,
        way,
        villageId: villageId ?? caller.account.staff?.villageId ?? null,
        receiverId: caller.id,
        receiverName: caller.name,
        callBack: callBack === undefined ? null : seal(callBack),
        open: outcome === 'pending',
        reminded: false,
      },
      { dueAt: consultationDueAt },
    )
    const created = await create('consultations', doc)
    if (visitor) await visitorServed(call, visitor, 'consultation', null)
    return { consultation: consultationView(created.doc, caller) }
  },
})

/** What somebody booked for says what they ask about. */
async function topicOf(township: string, entry: QueueEntry | null): Promise<string> {
  const [first] = entry?.items ?? []
  const item = first && (await findOne<ItemDocument>('items', { township, code: first.code }))
  if (item) return item.category
  throw new AppError('INVALID_INPUT', '他没说办什么，请选问的是哪一类。', {
    fields: { topic: '请从列表里选' },
  })
}
