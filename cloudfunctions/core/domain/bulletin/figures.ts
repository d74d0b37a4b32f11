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
  completed: '办结',
  onTime: '按时办结',
  /** Working days of the commitment clock used up, summed over completed matters. */
  handleDays: '办理工作日合计',
  commitDays: '承诺工作日合计',
  /** Working days since the papers were first handed in, summed. */
  totalDays: '交件起工作日合计',
  supplements: '补正告知',
  secondNotices: '二次告知',
  level5: '非常满意',
  level4: '满意',
  level3: '基本满意',
  level2: '不满意',
  level1: '非常不满意',
  unanswered: '没有答复',
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

/** 好差评 (国办发〔2019〕51号): shares 0…1, null where there is nothing to divide by. */
export interface RatingIndicators {
  readonly rated: number
  readonly bad: number
  /** 评价率: rated of all completed; unrated never counts as good. */
  readonly ratedShare: number | null
  /** 满意率: 3 and better of those rated. */
  readonly goodShare: number | null
  /** 差评率 */
  readonly badShare: number | null
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
    few: rated < FEW,
  }
}
