import { action } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { ConsultationDocument } from '../../core/store/documents/consultation'
import { countConsultations } from '../../core/store/receptions'
import { businessDate } from '../../../miniprogram/shared/dates'
import { consultationView } from '../consultations'
import { consultationsInput, consultationsOutput } from '../schema/consultation'

/** More open promises than this would be a sign of something else. */
const MOST_PENDING = 50

const sumOf = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, n) => sum + n, 0)

export const consultations = action({
  summary: '我接待的咨询：今天、这个月几次，还有谁等着回话',
  by: ['agent', 'window', 'cadre'],
  scope: 'receptions',
  input: consultationsInput,
  output: consultationsOutput,
  run: async ({ scope, township, caller, now }) => {
    const today = businessDate(now)
    const [day, month, pending] = await Promise.all([
      countConsultations(township, today, today, caller.id),
      countConsultations(township, `${today.slice(0, 7)}-01`, today, caller.id),
      find<ConsultationDocument>(
        'consultations',
        { ...scope, open: true },
        { order: [['at', 'asc']], limit: MOST_PENDING },
      ),
    ])
    return {
      today: sumOf(day),
      month: sumOf(month),
      pending: pending.map((doc) => consultationView(doc, caller)),
    }
  },
})
