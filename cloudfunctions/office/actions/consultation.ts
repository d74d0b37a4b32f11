import { action } from '../../core/kernel/action'
import { seal } from '../../core/kernel/crypto'
import { create } from '../../core/store/commit'
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
  run: async (call, { topic, outcome, way = 'window', villageId, callBack }) => {
    const { township, now, caller, request } = call
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
    return { consultation: consultationView(created.doc, caller) }
  },
})
