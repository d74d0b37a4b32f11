/**
 * The words of a bulletin, in the style of such documents (每月进行文字通报). Facts and what is to be
 * done; the leader edits it before it is published.
 */
import { FEW, ratesOf, ratingIndicators } from './figures'
import type { Figures } from './figures'
import type { Table } from './table'

export const SECTION_TITLES = {
  overall: '一、总体情况',
  answers: '二、事事有答复',
  ratings: '三、群众评价',
  legwork: '四、进村上门',
  supervision: '五、督查情况',
  next: '六、下一步要求',
} as const

export type SectionKey = keyof typeof SECTION_TITLES
export type Sections = Readonly<Record<SectionKey, string>>

export const SECTION_KEYS = Object.keys(SECTION_TITLES) as readonly SectionKey[]

/** A month as `YYYY-MM`. */
export type Month = string

export const monthName = (month: Month): string =>
  `${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`

export const bulletinTitle = (township: string, month: Month): string =>
  `${township}便民服务工作情况通报（${monthName(month)}）`

/** `3.5`; whole numbers without a point. */
export const oneDecimal = (n: number): string => String(Math.round(n * 10) / 10)

export const percent = (share: number): string => `${oneDecimal(share * 100)}%`

/** How every table is to be read. */
export const READING_NOTE =
  '部门和村按固定顺序列出，不排名次，不打分。标“＊”的办结不足5件，平均数不作判断；评价不足5条的不单列。'

export function draftText(month: Month, { departments, villages, total }: Table): Sections {
  return {
    overall: overall(month, total, listed(departments), listed(villages)),
    answers: answers(total, departments),
    ratings: ratings(total),
    legwork: legwork(total),
    supervision: supervision(total),
    next: next(total),
  }
}

/** Without the row of what belongs to none. */
const listed = (rows: Table['villages']): number => rows.filter(({ id }) => id !== '').length

const n = (count: number): string => String(count)

function overall(month: Month, total: Figures, departments: number, villages: number): string {
  const rates = ratesOf(total)
  const sentences = [
    `${monthName(month)}，全乡${n(departments)}个部门、${n(villages)}个村便民服务室共受理群众事项${n(total.accepted)}件，其中代办${n(total.proxy)}件。`,
    `群众预约${n(total.booked)}件，按约来办${n(total.kept)}件。`,
  ]
  if (rates.handleDays === null || rates.commitDays === null || rates.totalDays === null) {
    return [...sentences, '本月没有办结的事项。'].join('')
  }
  return [
    ...sentences,
    `办结${n(total.completed)}件，其中按时办结${n(total.onTime)}件，按时率${percent(rates.onTime ?? 0)}。`,
    `平均${spokenDays(rates.handleDays)}办好，承诺平均${spokenDays(rates.commitDays)}；从群众交件那天算起，平均${spokenDays(rates.totalDays)}。`,
  ].join('')
}

const spokenDays = (days: number): string => (days < 0.05 ? '当天' : `${oneDecimal(days)}个工作日`)

function answers(total: Figures, departments: Table['departments']): string {
  const notices = [
    `一次性告知补材料${n(total.supplements)}次`,
    total.secondNotices ? `，其中写明原因、监督看过的第二次告知${n(total.secondNotices)}次` : '',
    total.blockedNotices ? `；没有原因又要补的，拦下${n(total.blockedNotices)}次` : '',
    '。',
  ].join('')
  if (total.unanswered === 0) return `到月底，收下的事项件件有答复。${notices}`
  const units = departments.filter(({ figures }) => figures.unanswered > 0)
  const list = units.map(({ name, figures }) => `${name}${n(figures.unanswered)}件`).join('，')
  return `到月底还有${n(total.unanswered)}件没有答复：${list}。${notices}`
}

function ratings(total: Figures): string {
  const { rated, ratedShare, goodShare, few } = ratingIndicators(total)
  const others = `${followUp(total)}${otherRatings(total)}`
  if (rated === 0) return `本月还没有群众评价。没评的不算满意。${others}`
  const sentences = [
    `群众评价${n(rated)}件${ratedShare === null ? '' : `，占办结的${percent(ratedShare)}`}：非常满意${n(total.level5)}件，满意${n(total.level4)}件，基本满意${n(total.level3)}件，不满意${n(total.level2)}件，非常不满意${n(total.level1)}件。`,
    few ? '评价的人少，满意率不作判断。' : `满意率${percent(goodShare ?? 0)}，没评的不算满意。`,
  ]
  return `${sentences.join('')}${others}`
}

/** 差评跟进: of what was due this month, whenever it was rated. */
function followUp({ contactDue, contacted, rectifyDue, rectified }: Figures): string {
  return [
    contactDue
      ? `差评本月应在1个工作日内由另一个单位联系的${n(contactDue)}件，按时联系${n(contacted)}件。`
      : '',
    rectifyDue ? `15个工作日整改到期的${n(rectifyDue)}件，按时整改或说明${n(rectified)}件。` : '',
  ].join('')
}

/** 再评和桌卡: how they came out only where enough people gave one. */
function otherRatings({ rerated, reratedBetter, deskRated, deskGood }: Figures): string {
  return [
    rerated
      ? `整改后再评${n(rerated)}件${rerated < FEW ? '' : `，比第一次好的${n(reratedBetter)}件`}。`
      : '',
    deskRated
      ? `在窗口扫桌卡评接待${n(deskRated)}次${deskRated < FEW ? '' : `，基本满意以上${n(deskGood)}次`}。`
      : '',
  ].join('')
}

/** 常动嘴变勤跑腿: only what was written down or follows from a step. */
const legwork = ({ visits, errands, trips, came }: Figures): string =>
  `本月干部进村走访${n(visits)}次；代办员和干部替群众送材料、送上级、送结果${n(errands)}趟。群众自己为办事跑了${n(trips)}趟，到大厅和村里取号${n(came)}人次。只数记下来的，不估计。`

function supervision(total: Figures): string {
  const late = total.completed - total.onTime
  return [
    total.warnings
      ? `本月记黄色、红色预警${n(total.warnings)}次，申诉撤销和停电断网的不计。`
      : '本月没有记预警。',
    late ? `超过承诺时间办结的${n(late)}件，有关部门要说明原因。` : '本月办结的都在承诺时间以内。',
  ].join('')
}

function next(total: Figures): string {
  const tasks = [
    total.unanswered ? '没有答复的，有关部门逐件答复群众，一件不落。' : '',
    total.secondNotices + total.blockedNotices ? '缺什么材料，一次说清，不让群众多跑。' : '',
    total.level1 + total.level2 ? '差评要一件一件打电话问清，改到群众认可。' : '',
    '小事大事一个样，熟人生人一个样，早去晚去一个样。',
  ]
  return tasks.join('')
}
