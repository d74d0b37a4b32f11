import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { create } from '../../core/store/commit'
import type { OutageDocument } from '../../core/store/documents/warning'
import { newMatter } from '../../core/store/new-matter'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import { registerOutageInput, registerOutageOutput } from '../schema/warning'

/** Longer is no failure but another way of working, which the head orders. */
const LONGEST_DAYS = 31
const EARLIEST_DAYS = 60

export const registerOutage = action({
  summary: '登记停电、断网、上级系统故障：这些天不算，已记的预警不计',
  by: ['leader'],
  scope: 'township',
  input: registerOutageInput,
  output: registerOutageOutput,
  run: async (call, { kind, from, until, text }) => {
    const { caller, now } = call
    const today = businessDate(now)
    const tooLong = until > addDays(from, LONGEST_DAYS)
    if (until < from || tooLong || until > today || from < addDays(today, -EARLIEST_DAYS)) {
      throw new AppError(
        'INVALID_INPUT',
        '日子不对：最早两个月前，最晚到今天，一次最多一个月。请重新选。',
        { fields: { until: '最晚到今天，一次最多一个月' } },
      )
    }
    const outage = newMatter<OutageDocument>(
      call,
      { action: 'registerOutage', state: 'registered', text },
      { kind, from, until, text, byName: caller.name, at: now },
      // The next tick marks the warnings that it excuses.
      { dueAt: () => now },
    )
    const { doc } = await create('outages', outage)
    return { outage: outageView(doc) }
  },
})

export const outageView = ({ _id, kind, from, until, text, byName }: OutageDocument) => ({
  id: _id,
  kind,
  from,
  until,
  text,
  byName,
})
