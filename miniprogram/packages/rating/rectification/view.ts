import type { Rectification } from '../../../services/rating'
import { businessDate, relativeDate, spokenDate } from '../../../shared/dates'
import { isStep, STEP_WORDS } from './steps'

type Row = Pick<
  Rectification,
  'origin' | 'status' | 'statusText' | 'unitName' | 'callUnitName' | 'dueDate' | 'overdue'
>

const ORIGIN = { rating: '差评', visit: '窗口差评', sample: '抽查回访' } as const

/** Whose turn it is, in one sentence. */
const TURN: Readonly<Record<Rectification['status'], (row: Row) => string>> = {
  to_contact: ({ callUnitName }) => `${callUnitName}打电话问群众`,
  to_rectify: ({ unitName }) => `${unitName}改好，或者说明`,
  to_revisit: ({ callUnitName }) => `${callUnitName}再问群众`,
  escalated: () => '站长下结论，或者单位再改',
  closed: () => '了结了',
  disregarded: () => '监督不采信这条差评',
}

export function rowView(row: Row, today: string) {
  const open = row.dueDate !== null
  return {
    origin: ORIGIN[row.origin],
    turn: TURN[row.status](row),
    due: row.dueDate === null ? '' : `最晚${relativeDate(row.dueDate, today)}`,
    tone: row.overdue ? 'bad' : row.status === 'escalated' ? 'act' : open ? 'info' : 'off',
    icon: row.overdue ? 'error-triangle' : row.status === 'escalated' ? 'flag' : 'time',
    tag: row.overdue ? '超时' : row.statusText,
  }
}

const CONTACT_WORDS: Readonly<Record<string, string>> = {
  relative: '打给家里人',
  agent: '没有电话，上门或者写条子去问',
  paper: '没有电话，上门或者写条子去问',
}

export function rectificationPageView(doc: Rectification, today = businessDate(new Date())) {
  const facts = [
    {
      key: '群众评的',
      text: doc.rating ? [doc.rating.text, ...doc.rating.reasons].join('、') : '',
    },
    { key: '群众的话', text: doc.comment },
    { key: '要改什么', text: doc.advice },
    { key: '怎么改的', text: doc.answer },
    { key: '申诉', text: doc.appeal?.text ?? '' },
    { key: '申诉答复', text: judgementText(doc) },
    { key: '站长结论', text: doc.conclusion },
  ]
  return {
    ...rowView(doc, today),
    name: doc.itemName,
    unit: doc.number ? `${doc.unitName}，编号${doc.number}` : doc.unitName,
    facts: facts.filter(({ text }) => text),
    person: doc.person && {
      name: doc.person.name,
      phone: doc.person.phone ?? '',
      dial: doc.person.phone !== null && !doc.person.phone.includes('*'),
      line: doc.person.phone ?? CONTACT_WORDS[doc.person.by] ?? '',
    },
    steps: doc.allowed.filter(isStep).map((step) => ({ step, ...STEP_WORDS[step] })),
    events: [...doc.events].reverse().map(({ at, by, title, text }, index) => ({
      key: String(index),
      when: spokenDate(businessDate(new Date(at)), today),
      // What the clock did is called like the clock.
      title: by && by !== title ? `${title}，${by}` : title,
      text,
    })),
  }
}

function judgementText({ appeal }: Rectification): string {
  const judgement = appeal?.judgement
  if (!judgement) return ''
  return `${judgement.upheld ? '差评不采信' : '差评采信'}：${judgement.reason}`
}

export type RectificationPageView = ReturnType<typeof rectificationPageView>
