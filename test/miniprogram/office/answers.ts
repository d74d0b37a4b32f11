/** What the cloud answers to the people at work, as small as it can be. */
import { PLAIN_CASE, PLAIN_CLOCK } from '../support/plain-case'
import type { Output } from '../../../typings/wire'
import { HOME } from '../support/answers'
import type { Phone } from '../support/simulate'

type Case = Output<'case', 'detail'>['case']
type Task = Output<'case', 'inbox'>['tasks'][number]
type Board = Output<'supervision', 'board'>

export const STAFF_ME: Output<'account', 'me'> = {
  account: {
    id: 'a-cadre',
    roles: ['cadre'],
    resident: null,
    staff: {
      id: 'st-1',
      name: '蒋福生',
      post: '民政办主任',
      department: 'mz',
      departmentName: '民政办',
      villageId: null,
      window: null,
    },
  },
  templates: [{ key: 'task', id: 'tpl-task', title: '新任务提醒' }],
}

export const task = (change: Partial<Task> = {}): Task => ({
  id: 'c1',
  caseId: 'c1',
  number: '1110-11502-6',
  itemCode: 'MZ-05',
  itemName: '临时救助',
  applicantName: '覃大旺',
  villageId: 'v01',
  status: 'accepted',
  statusText: '已受理',
  dueDate: '2026-12-01',
  warning: 'none',
  priority: null,
  allowed: ['progress', 'decide'],
  carry: null,
  originals: [],
  ...change,
})

export const matter = (change: Partial<Case> = {}): Case => ({
  id: 'c1',
  number: '1110-11502-6',
  queryCode: null,
  status: 'accepted',
  statusText: '已受理',
  item: { code: 'MZ-05', name: '临时救助', mode: 'direct' },
  unit: { id: 'mz', name: '民政办', phone: '0736-0000101' },
  villageId: 'v01',
  applicant: { name: '覃大旺', contact: { by: 'agent', phone: null } },
  materials: [
    {
      key: 'id-card',
      name: '居民身份证',
      required: true,
      fileId: 'cloud://a/papers/1.jpg',
      inHand: false,
    },
    { key: 'hukou', name: '户口本', required: true, fileId: null, inHand: false },
  ],
  note: '腿脚不好，来不了乡里。',
  steps: [],
  receivedAt: '2026-11-16T01:20:00.000Z',
  dueDate: '2026-12-01',
  warning: 'none',
  ...PLAIN_CASE,
  clock: {
    ...PLAIN_CLOCK,
    receivedOn: '2026-11-16',
    acceptedOn: '2026-11-17',
    due: '2026-12-01',
    noticeBy: '2026-11-23',
    commitDays: 10,
    counted: 5,
    totalDays: 8,
    provisional: false,
    restDays: ['2026-11-21', '2026-11-22', '2026-11-28', '2026-11-29'],
  },
  firstReceiver: { name: '向明珠', post: '代办员', phone: '199 0000 2001' },
  holder: { name: '蒋福生', post: '民政办主任', phone: '0736-0000517' },
  reply: null,
  ratedLevel: null,
  canRate: false,
  allowed: ['progress', 'decide'],
  events: [
    {
      at: '2026-11-16T01:20:00.000Z',
      by: '覃大旺',
      action: 'submit',
      title: '交件',
      status: 'received',
      text: '',
    },
    {
      at: '2026-11-18T01:20:00.000Z',
      by: '覃大旺',
      action: 'ask',
      title: '问一句',
      status: 'accepted',
      text: '还要补什么吗？',
    },
  ],
  ...change,
})

const sums = (open: number, overdue = 0, unanswered = 0) => ({
  open,
  overdue,
  unanswered,
  warnings: { blue: 0, yellow: 0, red: overdue },
})

export const BOARD: Board = {
  ...sums(9, 2, 4),
  departments: [
    { id: 'mz', name: '民政办', ...sums(2, 0, 1) },
    { id: 'cl', name: '残联', ...sums(0) },
    { id: 'yb', name: '医疗保障站', ...sums(7, 2, 3) },
  ],
  needs: { transfers: 1, disputes: 2, extensions: 0 },
  ages: [
    { upTo: 3, open: 5 },
    { upTo: 10, open: 4 },
    { upTo: 30, open: 0 },
    { upTo: null, open: 0 },
  ],
  urgent: [
    {
      id: 'c1',
      number: '1110-11502-6',
      itemName: '临时救助',
      unitName: '民政办',
      dueOn: '2026-11-23',
    },
  ],
  venues: [{ id: 'hall', name: '政务大厅', booked: 3, capacity: 40 }],
  month: { received: 20, answered: 15, completed: 12 },
  asOf: '2026-11-24T01:20:00.000Z',
}

export const stepped = {
  id: 'c1',
  number: '1',
  status: 'decided',
  dueDate: '2026-12-01',
  allowed: [],
}

/** A phone of somebody at work, on which everything answers. */
export function answerStaff(phone: Phone): void {
  phone.on('catalog.home', () => HOME)
  phone.on('catalog.people', () => ({ people: [] }))
  phone.on('account.me', () => STAFF_ME)
  phone.on('account.permits', () => ({ permits: [{ key: 'task', id: 'tpl-task', left: 12 }] }))
  phone.on('case.inbox', () => ({ tasks: [], next: null }))
  phone.on('case.detail', () => ({ case: matter() }))
  for (const step of ['accept', 'progress', 'decide', 'complete', 'ask', 'urge']) {
    phone.on(`case.${step}`, () => ({ case: stepped }))
  }
  phone.on('supervision.board', () => BOARD)
}
