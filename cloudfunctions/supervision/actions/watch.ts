import { action } from '../../core/kernel/action'
import { keptMonth } from '../../core/store/month-figures'
import { readWatch } from '../../core/store/watch'
import { addDays, businessDate, instantOf } from '../../../miniprogram/shared/dates'
import { watchInput, watchOutput } from '../schema/watch'
import { watchSections } from '../watch-view'

/** Older records are on the page of their kind. */
const REACH_DAYS = 30

export const watch = action({
  summary: '监督看板：现在要监督办的，投诉、匿名反映、申诉、二次告知、作风；点开看每一件',
  by: ['supervisor'],
  scope: 'watchedIssues',
  input: watchInput,
  output: watchOutput,
  run: async ({ scope, township, caller, now }) => {
    const today = businessDate(now)
    const since = instantOf(addDays(today, -REACH_DAYS))
    const [watched, month] = await Promise.all([
      readWatch({ scope, township, caller: caller.id, since, now }),
      keptMonth(township, today),
    ])
    const sections = watchSections(watched, now)
    const countOf = (key: string) => sections.find((section) => section.key === key)?.count ?? 0
    const { complaints, anonymous, others, overdue } = watched.raised
    return {
      needs: {
        complaints,
        anonymous,
        others,
        overdue,
        appeals: countOf('appeals'),
        calls: countOf('calls'),
      },
      sections,
      month: {
        warnings: month.total.warnings,
        secondNotices: month.total.secondNotices,
        blockedNotices: month.total.blockedNotices,
      },
      asOf: now.toISOString(),
    }
  },
})
