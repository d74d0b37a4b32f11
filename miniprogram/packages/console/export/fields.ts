import { addDays, spokenDate } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import type { Output } from '../../../../typings/wire'
import type { Field, Values } from '../../../shared/form/fields'
import { stepLines } from '../steps'
import { step } from '../things/thing'

/** A month back is what people ask for most. */
const USUAL_DAYS = 30

/** Which matters, and whether with names; that is only asked of who may have them. */
export const exportFields = (mayHaveNames: boolean): readonly Field[] => [
  { key: 'from', label: '从哪天收的', kind: 'date' },
  { key: 'to', label: '到哪天', kind: 'date', help: '最多一年' },
  ...(mayHaveNames
    ? [
        {
          key: 'full',
          label: '要全名和电话吗',
          kind: 'yes' as const,
          help: '不要就遮住，够用就别要全的',
        },
        {
          key: 'reason',
          label: '为什么要全的',
          kind: 'area' as const,
          most: 200,
          help: '写在表上，也留下记录，站长看得到',
          when: ({ full }: Values) => full === true,
        },
      ]
    : []),
]

export const startOf = (today: BusinessDate): Values => ({
  from: addDays(today, -USUAL_DAYS),
  to: today,
  full: false,
  reason: '',
})

type Exported = Output<'supervision', 'exported'>['exports']

/** Who took what, as it stands below. */
export const exportedLines = (exported: Exported) =>
  stepLines(
    exported.map(({ at, byName, from, to, rows, reason }) => {
      const what = `${spokenDate(from)}到${spokenDate(to)}收的${String(rows)}件`
      return step(
        at,
        byName,
        reason === null ? `${what}，遮住的` : `${what}，全的。原因：${reason}`,
      )
    }),
  )
