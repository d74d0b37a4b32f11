import { action } from '../../core/kernel/action'
import { seal } from '../../core/kernel/crypto'
import { AppError } from '../../core/kernel/errors'
import { visitorHere, visitorServed } from '../../core/kernel/visitor'
import { create } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { ItemDocument } from '../../core/store/documents/catalog'
import type { QueueEntry } from '../../core/store/documents/day'
import type { ConsultationDocument } from '../../core/store/documents/consultation'
import { nextEvent } from '../../core/store/events'
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
    const { township, now, caller, request } = call
    const entry = visitor ? await visitorHere(call, visitor) : null
    const topic = said.topic ?? (await topicOf(township, entry))
    const villageId = said.villageId ?? (entry?.villageId || undefined)
    const event = nextEvent(null, {
      at: now,
      by: caller.id,
      byName: caller.name,
      action: 'consultation',
      to: outcome,
      text: '接待了一次咨询',
      ...request,
    })
    const doc: ConsultationDocument = {
      _id: request.key,
      township,
      schema: 1,
      v: 1,
      state: outcome,
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
      log: [event],
      out: [],
    }
    const nextDueAt = consultationDueAt(doc)
    const created = await create('consultations', { ...doc, ...(nextDueAt ? { nextDueAt } : {}) })
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
