/**
 * What stands on the sheets that are printed for a person: 收件回执 (行政许可法 32, a dated proof of
 * receipt) and 一次性补正告知书 (the one list). One table; how they look is in `word.ts`. Only what the
 * paper is for: the name, and neither phone nor ID number.
 */
import type { HomeDirectory } from '../../core/store/documents/catalog'
import type { CaseDocument, CaseMaterial, SupplementNotice } from '../../core/store/documents/case'
import { spokenDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

export interface SheetFacts {
  readonly doc: CaseDocument
  readonly township: HomeDirectory['info']
  readonly today: BusinessDate
  /** The last day of the commitment, as reckoned now. */
  readonly due: BusinessDate
  /** 查询码, for those who have it anyway; else null. */
  readonly queryCode: string | null
}

export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly strong?: true }
  | {
      readonly kind: 'table'
      readonly head: readonly string[]
      /** Hundredths of the width, one for each column. */
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }
  /** 编号 and 查询码, with a code to scan when both are known. */
  | { readonly kind: 'number'; readonly number: string; readonly queryCode: string | null }
  | { readonly kind: 'signatures'; readonly left: string; readonly right: string }

interface Sheet {
  readonly title: string
  /** Why there is nothing to print; empty when there is. */
  readonly missing: (doc: CaseDocument) => string
  readonly parts: (facts: SheetFacts) => readonly Part[]
}

export type SheetKind = 'receipt' | 'supplement'

export const SHEETS: Readonly<Record<SheetKind, Sheet>> = {
  receipt: {
    title: '收件回执',
    missing: () => '',
    parts: (facts) => [
      text(`${facts.doc.applicant.name}：`),
      text(
        `您办的“${facts.doc.itemName}”，${day(facts.doc.receivedOn)}收下了。` +
          `以后打电话问、家里人来问，报编号就行。`,
      ),
      number(facts),
      {
        kind: 'table',
        head: ['材料', '收了没有'],
        widths: [70, 30],
        rows: facts.doc.materials.map((material) => [material.name, receivedAs(material)]),
      },
      ...originals(facts.doc),
      text(commitment(facts), true),
      text('缺什么，5个工作日内一次告诉您。我们超时未告知的，视为已受理，不等于通过。'),
      text(whom(facts)),
      text('代办不收钱。不用给现金，不用说密码和短信验证码。'),
      signatures(
        { ...facts, today: facts.doc.receivedOn },
        facts.doc.firstReceiver?.name ?? '＿＿＿',
      ),
    ],
  },
  supplement: {
    title: '一次性补正告知书',
    missing: ({ supplements }) =>
      supplements.length > 0 ? '' : '没有要补的材料，不用打这张单子。要打就打收件回执。',
    parts: (facts) => {
      const notice = facts.doc.supplements.at(-1)
      if (!notice) return []
      return [
        text(`${facts.doc.applicant.name}：`),
        text(
          `您办的“${facts.doc.itemName}”，材料还差下面${String(notice.missing.length)}样。` +
            `一次说全了，补齐这些就受理。`,
        ),
        {
          kind: 'table',
          head: ['序号', '材料', '为什么、怎么补', '补了打勾'],
          widths: [10, 32, 42, 16],
          rows: notice.missing.map(({ name, reason, givenAt }, index) => [
            String(index + 1),
            name,
            reason,
            givenAt ? '☑' : '☐',
          ]),
        },
        text(`${day(notice.dueOn)}前补来。`, true),
        text(
          `拍照在手机上补，或者送到${facts.doc.unitName}窗口、村便民服务室，交给代办员也行，都一样算数。` +
            '来不及就打电话说一声，我们先问您，不会直接算您不办。',
        ),
        ...again(notice),
        number(facts),
        text(whom(facts)),
        text('依据《中华人民共和国行政许可法》第三十二条。'),
        signatures({ ...facts, today: notice.on }, notice.byName),
      ]
    },
  },
}

const text = (words: string, strong?: true): Part => ({
  kind: 'text',
  text: words,
  ...(strong ? { strong } : {}),
})

const number = ({ doc, queryCode }: SheetFacts): Part => ({
  kind: 'number',
  number: doc.number,
  queryCode,
})

/** `2026年12月8日`, as papers say it. */
const day = (date: BusinessDate): string => {
  const [year = '', rest = ''] = [date.slice(0, 4), spokenDate(date).split(' ')[0]]
  return `${year}年${rest}`
}

function receivedAs({ fileId, inHand }: CaseMaterial): string {
  if (inHand) return '收了'
  return fileId === null ? '还没交' : '收了照片'
}

function originals({ originals: taken }: CaseDocument): Part[] {
  const names = taken.filter(({ returnedOn }) => returnedOn === null).map(({ name }) => name)
  return names.length > 0
    ? [text(`收着您的原件：${names.join('、')}。办完当面还您，您签收。`, true)]
    : []
}

/** Before acceptance the day is only what it would be, accepted today. */
function commitment({ doc, due, today }: SheetFacts): string {
  if (doc.completedAt) return '这件事已经办结了。'
  const days = `承诺${String(doc.commitDays)}个工作日`
  return doc.acceptedOn
    ? `最晚${day(due)}办好（${days}）。`
    : `${days}，从受理的第二天算起；${day(today)}受理的话，最晚${day(due)}办好。`
}

const again = ({ exception }: SupplementNotice): Part[] =>
  exception === null ? [] : [text(`这几样是后来才要的，原因：${exception}`)]

const whom = ({ doc, township }: SheetFacts): string =>
  `问谁：${doc.unitName} ${doc.unitPhone}；${township.station.name} ${township.station.phone}，` +
  `${township.station.hours}。办得不好打监督电话 ${township.supervisorPhone}。`

const signatures = ({ township, today }: SheetFacts, who: string): Part => ({
  kind: 'signatures',
  left: '本人或代办员签收：＿＿＿＿＿＿',
  right: `${township.station.name}（盖章）\n经手：${who}\n${day(today)}`,
})
