/** 还有这些事: what people at work open besides their tabs, by role. */
import type { Role } from '../../../services/roles'

export interface Work {
  readonly text: string
  readonly note: string
  readonly icon: string
  readonly url: string
  readonly roles: readonly Role[]
}

const list = (kind: string): string => `/packages/affairs/list/list?kind=${kind}`

const WORKS: readonly Work[] = [
  {
    text: '交办单',
    note: '签收、回复、销号、反馈',
    icon: 'task',
    url: list('orders'),
    roles: ['window', 'cadre', 'leader', 'supervisor'],
  },
  {
    text: '群众反映的事',
    note: '难事、建议、投诉，5个工作日答复',
    icon: 'chat-double',
    url: list('issues'),
    roles: ['leader', 'supervisor'],
  },
  {
    text: '登记一件事',
    note: '走访听到的、摸底摸到的',
    icon: 'edit',
    url: '/packages/affairs/form/form?form=register',
    roles: ['agent', 'window', 'cadre'],
  },
  {
    text: '接待咨询',
    note: '三下记好，等回话的在这里',
    icon: 'service',
    url: list('consultations'),
    roles: ['agent', 'window', 'cadre'],
  },
  {
    text: '调解',
    note: '双方愿意才开始，姓名不外露',
    icon: 'usergroup',
    url: list('mediations'),
    roles: ['agent', 'window', 'cadre', 'leader', 'supervisor'],
  },
  {
    text: '核对台账',
    note: '每一步有没有被改过',
    icon: 'lock-on',
    url: '/packages/affairs/ledger/ledger',
    roles: ['supervisor'],
  },
]

export const worksOf = (own: readonly Role[]): Work[] =>
  WORKS.filter(({ roles }) => roles.some((role) => own.includes(role)))
