/** 办件台账, column by column. Who sees it masked learns what was done, not to whom. */
import { APPLICATION_STATES } from '../../core/domain/flows/application'
import { unseal } from '../../core/kernel/crypto'
import type { CaseDocument } from '../../core/store/documents/case'
import { clockOf } from '../../case/deadlines'
import { maskPhone } from '../../../miniprogram/shared/identity'

/** What a cell may need beside the matter. */
export interface Sight {
  readonly now: Date
  /** Names and phones in full. */
  readonly full: boolean
  readonly villageName: (id: string) => string
}

export interface RegisterColumn {
  readonly title: string
  readonly width: number
  readonly cell: (doc: CaseDocument, sight: Sight) => string | number | null
}

const VIA: Readonly<Record<CaseDocument['via'], string>> = {
  phone: '手机',
  agent: '代办员',
  window: '窗口',
  slip: '纸条补录',
}

const HOW: Readonly<Record<NonNullable<CaseDocument['acceptedHow']>, string>> = {
  complete: '材料齐',
  conditional: '容缺',
  deemed: '超时未告知视为受理',
}

const OUTCOME = { approve: '办成了', refuse: '没办成' } as const

/** 覃**: the family name tells neighbours apart no more than it must. */
const maskName = (name: string): string =>
  name.slice(0, 1) + '*'.repeat(Math.max(1, name.length - 1))

function phoneOf({ applicant: { contact } }: CaseDocument, full: boolean): string {
  if (contact.phone === null) return ''
  const phone = unseal(contact.phone)
  return full ? phone : maskPhone(phone)
}

export const REGISTER: readonly RegisterColumn[] = [
  { title: '编号', width: 14, cell: ({ number }) => number },
  { title: '事项编号', width: 10, cell: ({ itemCode }) => itemCode },
  { title: '事项', width: 28, cell: ({ itemName }) => itemName },
  { title: '责任部门', width: 16, cell: ({ unitName }) => unitName },
  { title: '村', width: 14, cell: ({ villageId }, { villageName }) => villageName(villageId) },
  {
    title: '申请人',
    width: 10,
    cell: ({ applicant: { name } }, { full }) => (full ? name : maskName(name)),
  },
  { title: '电话', width: 14, cell: (doc, { full }) => phoneOf(doc, full) },
  { title: '怎么交的', width: 10, cell: ({ via }) => VIA[via] },
  { title: '收件', width: 12, cell: ({ receivedOn }) => receivedOn },
  { title: '受理', width: 12, cell: ({ acceptedOn }) => acceptedOn },
  {
    title: '怎么受理的',
    width: 12,
    cell: ({ acceptedHow }) => (acceptedHow === null ? null : HOW[acceptedHow]),
  },
  { title: '承诺工作日', width: 10, cell: ({ commitDays }) => commitDays },
  { title: '最晚', width: 12, cell: (doc, { now }) => clockOf(doc, now).due },
  { title: '作出决定', width: 12, cell: ({ decidedOn }) => decidedOn },
  { title: '完了', width: 12, cell: ({ endedOn }) => endedOn },
  { title: '办到哪了', width: 12, cell: ({ state }) => APPLICATION_STATES[state] },
  { title: '结果', width: 10, cell: ({ reply }) => (reply ? OUTCOME[reply.outcome] : null) },
  { title: '补正次数', width: 8, cell: ({ supplements }) => supplements.length },
  { title: '跑了几趟', width: 8, cell: ({ trips }) => trips },
  { title: '省平台编号', width: 18, cell: ({ platformNumber }) => platformNumber },
]
