import type { Bulletin, BulletinRow } from '../../../services/bulletin'
import { businessDate, spokenDate } from '../../../shared/dates'

export interface RowView {
  readonly id: string
  readonly name: string
  readonly number: string
  /** Per cent of the longest bar. */
  readonly width: number
  /** What counts most, in two lines. */
  readonly lines: readonly string[]
  /** The rest, one below the other, when somebody wants to know. */
  readonly details: readonly { readonly what: string; readonly number: string }[]
}

export interface BulletinView {
  readonly title: string
  readonly tag: string
  readonly tone: string
  readonly when: string
  readonly sections: Bulletin['sections']
  readonly totals: readonly { readonly text: string; readonly number: string }[]
  readonly departments: readonly RowView[]
  readonly villages: readonly RowView[]
  readonly restDepartments: string
  readonly restVillages: string
  readonly note: string
  readonly addenda: readonly {
    readonly key: string
    readonly text: string
    readonly when: string
  }[]
  readonly mark: string
  readonly canEdit: boolean
  readonly canPublish: boolean
  readonly canCorrect: boolean
}

const count = (n: number | undefined): string => String(n ?? 0)
const one = (n: number): string => String(Math.round(n * 10) / 10)
const percent = (share: number): string => `${one(share * 100)}%`

export function bulletinView(bulletin: Bulletin): BulletinView {
  const { total, departments, villages, allowed, publishedAt, publishedBy, hash } = bulletin
  const isDraft = bulletin.state === 'draft'
  const [units, places] = [departments.filter(hasNumbers), villages.filter(hasNumbers)]
  return {
    title: bulletin.title,
    tag: isDraft ? '初稿' : '已公布',
    tone: isDraft ? 'act' : 'ok',
    when: publishedAt
      ? `${spokenDate(businessDate(new Date(publishedAt)))}公布，${publishedBy ?? ''}`
      : '没有公布，只有领导和监督看得到',
    sections: bulletin.sections,
    totals: [
      { text: '受理', number: count(total.figures.accepted) },
      { text: '办结', number: count(total.figures.completed) },
      { text: '按时', number: total.rates.onTime === null ? '—' : percent(total.rates.onTime) },
      { text: '没答复', number: count(total.figures.unanswered) },
    ],
    departments: rowViews(units),
    villages: rowViews(places),
    restDepartments: restOf(departments.length - units.length, '个部门'),
    restVillages: restOf(villages.length - places.length, '个村'),
    note: bulletin.note,
    addenda: bulletin.addenda.map(({ at, byName, text }) => ({
      key: at,
      text,
      when: `${spokenDate(businessDate(new Date(at)))}，${byName}`,
    })),
    mark: hash ? `公布时的指纹 ${hash.slice(0, 12)}` : '',
    canEdit: allowed.includes('edit'),
    canPublish: allowed.includes('publish'),
    canCorrect: allowed.includes('correct'),
  }
}

const hasNumbers = ({ figures }: BulletinRow): boolean => Object.keys(figures).length > 0

const restOf = (n: number, what: string): string =>
  n > 0 ? `另外${String(n)}${what}这个月没有数。` : ''

/** In the order in which they come: never ranked. */
function rowViews(rows: readonly BulletinRow[]): RowView[] {
  const longest = Math.max(1, ...rows.map(({ figures }) => figures.accepted ?? 0))
  return rows.map((row) => ({
    id: row.id || 'others',
    name: row.name,
    number: count(row.figures.accepted),
    width: Math.max(2, Math.round(((row.figures.accepted ?? 0) / longest) * 100)),
    lines: linesOf(row),
    details: detailsOf(row),
  }))
}

/** In this order, when it is not zero. */
const SAID: readonly (readonly [what: string, key: keyof BulletinRow['figures']])[] = [
  ['代办', 'proxy'],
  ['预约', 'booked'],
  ['按约来', 'kept'],
  ['补正', 'supplements'],
  ['二次告知', 'secondNotices'],
  ['拦下的二次告知', 'blockedNotices'],
  ['预警', 'warnings'],
  ['走访', 'visits'],
  ['替群众跑', 'errands'],
  ['群众自己跑', 'trips'],
  ['取号', 'came'],
]

function linesOf({ figures, rates }: BulletinRow): string[] {
  const parts = [
    `办结${count(figures.completed)}件`,
    figures.completed ? `按时${count(figures.onTime)}件` : '',
    figures.unanswered ? `没答复${count(figures.unanswered)}件` : '',
  ]
  const days =
    rates.handleDays === null || rates.commitDays === null
      ? ''
      : `平均${one(rates.handleDays)}天，承诺${one(rates.commitDays)}天${rates.few ? '＊' : ''}`
  return [parts.filter(Boolean).join('，'), days].filter(Boolean)
}

function detailsOf({ figures, ratings }: BulletinRow): RowView['details'] {
  const goodShare = ratings?.goodShare
  return [
    ...SAID.filter(([, key]) => figures[key]).map(([what, key]) => ({
      what,
      number: count(figures[key]),
    })),
    ...(goodShare == null ? [] : [{ what: '满意率', number: percent(goodShare) }]),
  ]
}
