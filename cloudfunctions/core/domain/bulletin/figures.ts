/**
 * 每月通报的数: sums that can be added over days, units and villages, and what is worked out from
 * them. Facts only: no points, no ranks (岗位目标责任制考核 is decided by people).
 */

/** Every figure with its name in the bulletin; all are sums. */
export const FIGURES = {
  received: '收件',
  answered: '答复',
  accepted: '受理',
  proxy: '代办',
  booked: '预约',
  /** Booked matters whose person came on the day (签到). */
  kept: '按约来办',
  /** Everybody who took a number in the hall or a village, booked or not. */
  came: '来人',
  completed: '办结',
  onTime: '按时办结',
  /** Working days of the commitment clock used up, summed over completed matters. */
  handleDays: '办理工作日合计',
  commitDays: '承诺工作日合计',
  /** Working days since the papers were first handed in, summed. */
  totalDays: '交件起工作日合计',
  supplements: '补正告知',
  /** With a reason, which the supervisor saw. */
  secondNotices: '二次告知',
  /** Without a reason: refused, and recorded. */
  blockedNotices: '拦下的二次告知',
  /** Yellow and red, but for those taken back or excused. */
  warnings: '预警',
  level5: '非常满意',
  level4: '满意',
  level3: '基本满意',
  level2: '不满意',
  level1: '非常不满意',
  /** 再评: after rectification; the first stays in its level. */
  rerated: '再评',
  reratedBetter: '再评比第一次好',
  /** 桌卡: the reception at a window, not a matter. */
  deskRated: '窗口评价',
  deskGood: '窗口评价基本满意以上',
  /** Bad ratings whose call by another unit was due, and those called in time. */
  contactDue: '应联系的差评',
  contacted: '按时联系的差评',
  rectifyDue: '应整改的差评',
  rectified: '按时整改的差评',
  unanswered: '没有答复',
  visits: '走访',
  /** 代办员、干部: papers carried, handed on to the county, results brought home. */
  errands: '替群众跑',
  /** Times the villager came to a counter for a matter. */
  trips: '群众跑',
} as const

export type FigureKey = keyof typeof FIGURES
export type Figures = Readonly<Record<FigureKey, number>>

export const FIGURE_KEYS = Object.keys(FIGURES) as readonly FigureKey[]

export const figuresOf = (some: Partial<Figures> = {}): Figures =>
  Object.fromEntries(FIGURE_KEYS.map((key) => [key, some[key] ?? 0])) as unknown as Figures

export const addFigures = (a: Partial<Figures>, b: Partial<Figures>): Figures =>
  figuresOf(Object.fromEntries(FIGURE_KEYS.map((key) => [key, (a[key] ?? 0) + (b[key] ?? 0)])))

/** Only what is not zero: how a day is stored. */
export const sparse = (figures: Partial<Figures>): Partial<Figures> =>
  Object.fromEntries(Object.entries(figures).filter(([, n]) => n !== 0))

/** Under this many a share or an average says nothing, and a rating could be traced to a person. */
export const FEW = 5

/** What is worked out from the sums; null where there is nothing to divide by. */
export interface Rates {
  /** 按时办结率 0…1 */
  readonly onTime: number | null
  /** 平均办理工作日 */
  readonly handleDays: number | null
  readonly commitDays: number | null
  readonly totalDays: number | null
  /** True when fewer than {@link FEW} matters stand behind the averages. */
  readonly few: boolean
}

export function ratesOf(figures: Figures): Rates {
  const { completed } = figures
  const average = (sum: number) => (completed === 0 ? null : sum / completed)
  return {
    onTime: average(figures.onTime),
    handleDays: average(figures.handleDays),
    commitDays: average(figures.commitDays),
    totalDays: average(figures.totalDays),
    few: completed < FEW,
  }
}

/** 好差评的五项 (国办发〔2019〕51号): shares 0…1, null where there is nothing to divide by. */
export interface RatingIndicators {
  readonly rated: number
  readonly bad: number
  /** 评价率: rated of all completed; unrated never counts as good. */
  readonly ratedShare: number | null
  /** 满意率: 3 and better of those rated. */
  readonly goodShare: number | null
  /** 差评率 */
  readonly badShare: number | null
  /** 差评按时联系率: of those due, by another unit within one working day. */
  readonly contactedShare: number | null
  /** 差评整改率: of those due. */
  readonly rectifiedShare: number | null
  /** True when so few rated that a single one could be recognised. */
  readonly few: boolean
}

export function ratingIndicators(figures: Figures): RatingIndicators {
  const bad = figures.level1 + figures.level2
  const rated = bad + figures.level3 + figures.level4 + figures.level5
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  return {
    rated,
    bad,
    ratedShare: share(rated, figures.completed),
    goodShare: share(rated - bad, rated),
    badShare: share(bad, rated),
    contactedShare: share(figures.contacted, figures.contactDue),
    rectifiedShare: share(figures.rectified, figures.rectifyDue),
    few: rated < FEW,
  }
}

/** Which figures would show how a single person rated when fewer than {@link FEW} stand behind. */
const TELLING: readonly {
  readonly of: (figures: Figures) => number
  readonly keys: readonly FigureKey[]
}[] = [
  {
    of: (figures) => ratingIndicators(figures).rated,
    keys: [
      'level5',
      'level4',
      'level3',
      'level2',
      'level1',
      'contactDue',
      'contacted',
      'rectifyDue',
      'rectified',
    ],
  },
  { of: ({ deskRated }) => deskRated, keys: ['deskRated', 'deskGood'] },
  { of: ({ rerated }) => rerated, keys: ['rerated', 'reratedBetter'] },
]

/** The figures without those that could be traced to a person. */
export function withoutTelling(figures: Figures): Partial<Figures> {
  const hidden = TELLING.filter(({ of }) => of(figures) < FEW).flatMap(({ keys }) => keys)
  return Object.fromEntries(
    Object.entries(figures).filter(([key]) => !hidden.includes(key as FigureKey)),
  )
}
