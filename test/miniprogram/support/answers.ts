/** What the cloud answers in these tests: the shapes of the wire, as small as they can be. */
import { PLAIN_CASE, PLAIN_CLOCK } from './plain-case'
import type { Output } from '../../../typings/wire'

export const HOME: Output<'catalog', 'home'> = {
  catalogVersion: '1',
  handbook: '2026.11',
  township: {
    sample: true,
    name: '新铺乡',
    county: '石门县',
    station: { name: '新铺乡便民服务站', phone: '0736-0000001', hours: '周一至周五' },
    supervisorPhone: '0736-0000502',
  },
  categories: [{ id: 'aid', name: '困难救助', icon: 'undertake-hold-up' }],
  villages: [
    { id: 'v01', name: '羊子垭村', agent: { name: '向明珠', phone: '199 0000 2001' } },
    { id: 'v02', name: '双溪村（示例）', agent: null },
  ],
  thursdays: [{ villageId: 'v01', date: '2099-11-26', start: '08:30', end: '16:00' }],
}

export const ME = {
  account: {
    id: 'a-villager',
    roles: ['villager' as const],
    resident: {
      name: '覃建国',
      villageId: 'v01',
      contact: { by: 'phone', phone: '199****1002' },
      idNumber: null,
    },
    staff: null,
  },
  templates: [{ key: 'booking', id: 'tpl-booking', title: '预约提醒' }],
}

export const GUIDE = {
  sample: true,
  retired: null,
  effectiveFrom: null,
  code: 'MZ-05',
  name: '临时救助',
  aliases: ['急难救助'],
  category: 'aid',
  department: 'mz',
  level: 'township' as const,
  mode: 'direct' as const,
  instant: false,
  commitDays: 10,
  legalDays: null,
  legalBasis: null,
  audience: '突然遇到难关的人',
  conditions: [],
  materials: [
    {
      key: 'id-card',
      name: '居民身份证',
      form: 'original+copy',
      count: 1,
      required: true,
      source: 'self' as const,
      note: null,
    },
    {
      key: 'apply-form',
      name: '申请表',
      form: 'form',
      count: 1,
      required: true,
      source: 'issued' as const,
      note: null,
    },
  ],
  steps: [
    { name: '受理', by: 'window', days: 1 },
    { name: '核实', by: 'department', days: 4 },
  ],
  inPerson: false,
  visits: 0,
  fee: { charged: false, text: '不收费' },
  result: '发救助金',
  tips: [],
  unit: { id: 'mz', name: '民政办', formerName: null, phone: '0736-0000101', window: '2号窗口' },
  people: [],
  version: '1',
}

export const SLOT = {
  id: 'xinpu:v01:2099-11-26:0930',
  venueId: 'v01',
  date: '2099-11-26',
  start: '09:30',
  end: '10:00',
  capacity: 4,
  remaining: 3,
  state: 'open' as const,
}

export const APPOINTMENT = {
  id: 'a1',
  ticket: '7',
  status: 'booked' as const,
  slot: SLOT,
  place: { name: '羊子垭村', address: '羊子垭村村部一楼', phone: '0736-0000301' },
  name: '覃建国',
  items: [{ code: 'MZ-05', name: '临时救助' }],
  note: '',
  bookedAt: '2026-11-24T01:20:00.000Z',
  allowed: ['cancel' as const],
}

export const CASE: Output<'case', 'detail'>['case'] = {
  id: 'c1',
  number: '1124-61585-2',
  queryCode: '955764',
  status: 'in_progress',
  statusText: '正在办',
  item: { code: 'MZ-05', name: '临时救助', mode: 'direct' },
  unit: { id: 'mz', name: '民政办', phone: '0736-0000101' },
  villageId: 'v01',
  applicant: { name: '覃建国', contact: { by: 'phone', phone: '199****1002' } },
  materials: [
    { key: 'id-card', name: '居民身份证', required: true, fileId: null, inHand: false },
    { key: 'apply-form', name: '申请表', required: true, fileId: null, inHand: false },
  ],
  note: '',
  steps: [
    { name: '受理', by: 'window' },
    { name: '核实', by: 'department' },
  ],
  receivedAt: '2026-11-16T01:00:00.000Z',
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
    restDays: [],
  },
  firstReceiver: null,
  holder: { name: '蒋福生', post: '民政办主任', phone: '0736-0000517' },
  reply: null,
  ratedLevel: null,
  canRate: false,
  allowed: ['ask', 'urge'],
  events: [],
}

export const refusal = (code: string, message: string, retryable = false) => ({
  ok: false,
  error: { code, message, retryable },
  requestId: 'r',
})
