import { businessDate, relativeDate, spokenDate, spokenTime, wallTime } from '../../../shared/dates'
import type { Watch } from '../calls'

type Section = Watch['sections'][number]
type Entry = Section['entries'][number]

interface Line {
  readonly key: string
  readonly path: string
  readonly title: string
  readonly note: string
  readonly late: boolean
}

export interface WatchView {
  /** 现在要您办的; empty when nothing is. */
  readonly needs: readonly string[]
  readonly sections: readonly {
    readonly key: string
    readonly title: string
    readonly count: number
    readonly path: string
    readonly all: string
    readonly lines: readonly Line[]
  }[]
  /** What there is nothing of. */
  readonly quiet: string
  readonly month: string
  readonly when: string
}

const TITLES: Readonly<Record<Section['key'], string>> = {
  raised: '群众反映，还没答复的',
  appeals: '申诉，等您答复',
  calls: '该打没打的回访电话',
  notices: '后来又要材料',
  conduct: '作风',
}

/** Where all of a kind are, for what is not listed here. */
const LISTS: Readonly<Record<Section['key'], string>> = {
  raised: '/packages/affairs/list/list?kind=issues',
  appeals: '',
  calls: '/packages/rating/rectifications/rectifications',
  notices: '',
  conduct: '/packages/rating/accountability/accountability',
}

const PATHS: Readonly<Record<Entry['kind'], (id: string) => string>> = {
  issue: (id) => `/packages/affairs/matter/matter?kind=issue&id=${id}`,
  warning: () => '/packages/rating/warnings/warnings',
  accountability: () => '/packages/rating/accountability/accountability',
  assessment: () => '/packages/supervise/assess/assess',
  rectification: (id) => `/packages/rating/rectification/rectification?id=${id}`,
  exception: (id) => `/packages/office/case/case?id=${id}`,
  blocked: (id) => `/packages/office/case/case?id=${id}`,
  gap: () => '/packages/desk/leave/leave',
}

export function watchView({ needs, sections, month, asOf }: Watch, now = new Date()): WatchView {
  const busy = sections.filter(({ count }) => count > 0)
  const quiet = sections.filter(({ count }) => count === 0)
  const instant = new Date(asOf)
  return {
    needs: needsOf(needs),
    sections: busy.map(({ key, count, entries }) => ({
      key,
      title: TITLES[key],
      count,
      path: LISTS[key],
      all: count > entries.length ? `一共${String(count)}件，看全部` : '看全部',
      lines: entries.map((entry, index) => lineOf(entry, index)),
    })),
    quiet: quiet.length > 0 ? `没有：${quiet.map(({ key }) => TITLES[key]).join('；')}。` : '',
    month: `这个月到昨天记预警${String(month.warnings)}次，写明原因的第二次告知${String(month.secondNotices)}次，拦下${String(month.blockedNotices)}次。`,
    when: `${relativeDate(businessDate(instant), businessDate(now))} ${spokenTime(wallTime(instant))}`,
  }
}

/** Only what the supervisor has to do; in the order in which it cannot wait. */
const needsOf = ({ complaints, anonymous, others, overdue, appeals, calls }: Watch['needs']) =>
  [
    overdue ? `${String(overdue)}件过了5个工作日还没答复` : '',
    complaints ? `${String(complaints)}件投诉要答复` : '',
    anonymous ? `${String(anonymous)}件匿名反映，只有您看得到` : '',
    others ? `${String(others)}件其他反映，和站长一起看` : '',
    appeals ? `${String(appeals)}件申诉等您答复` : '',
    calls ? `${String(calls)}个回访电话过了日子没打，催一催` : '',
  ].filter(Boolean)

const lineOf = ({ kind, id, title, note, on, late }: Entry, index: number): Line => ({
  key: `${kind}${id}${String(index)}`,
  path: PATHS[kind](id),
  title,
  // What was raised says by when it is to be answered; one date is enough.
  note: kind === 'issue' ? note : `${note}，${spokenDate(on)}`,
  late,
})
