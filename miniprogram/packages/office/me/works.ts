/** 还有这些事: what people at work open besides their tabs, by role. */
import type { Role } from '../../../services/roles'

export interface Work {
  readonly text: string
  readonly note: string
  readonly icon: string
  readonly url: string
  readonly roles: readonly Role[]
  /** Only a county has it. */
  readonly county?: true
}

/** 身份, as the page names it; a role that is missing here does not compile. */
const ROLE_WORDS: Readonly<Record<Exclude<Role, 'villager'>, string>> = {
  cadre: '部门干部',
  window: '窗口人员',
  agent: '综合代办员',
  leader: '站领导',
  head: '乡镇长',
  supervisor: '监督',
  admin: '管理员',
}

const EVERYBODY = Object.keys(ROLE_WORDS) as readonly Role[]

export const roleWords = (own: readonly Role[]): string =>
  own.flatMap((role) => (role === 'villager' ? [] : [ROLE_WORDS[role]])).join('、')

const consoleList = (kind: string): string => `/packages/console/list/list?kind=${kind}`
const list = (kind: string): string => `/packages/affairs/list/list?kind=${kind}`

const WORKS: readonly Work[] = [
  {
    text: '监督看板',
    note: '投诉、申诉、二次告知、作风',
    icon: 'view-list',
    url: '/packages/supervise/watch/watch',
    roles: ['supervisor'],
  },
  {
    text: '交办单',
    note: '签收、回复、销号、反馈',
    icon: 'task',
    url: list('orders'),
    roles: ['window', 'cadre', 'leader', 'supervisor'],
  },
  {
    text: '打给谁',
    note: '两个工作小时没人打开的事',
    icon: 'call',
    url: '/packages/office/calls/calls',
    roles: ['leader'],
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
    text: '考核',
    note: '启用没有、按什么文件、怎么定的',
    icon: 'view-list',
    url: '/packages/supervise/assess/assess',
    roles: ['window', 'cadre', 'leader', 'supervisor'],
  },
  {
    text: '核对台账',
    note: '每一步有没有被改过',
    icon: 'lock-on',
    url: '/packages/affairs/ledger/ledger',
    roles: ['supervisor'],
  },
  {
    text: '导出台账',
    note: '办件做成表格，姓名电话遮住',
    icon: 'print',
    url: '/packages/console/export/export',
    roles: ['leader', 'supervisor'],
  },
  {
    text: '请假和交接',
    note: '谁替我、我替谁',
    icon: 'swap',
    url: '/packages/desk/leave/leave',
    roles: EVERYBODY,
  },
  {
    text: '值班表',
    note: '带班、值班、驻村，换班',
    icon: 'calendar',
    url: '/packages/desk/roster/roster',
    roles: EVERYBODY,
  },
  {
    text: '走访',
    note: '记一笔、周四去哪',
    icon: 'location',
    url: '/packages/desk/visit/visit',
    roles: EVERYBODY,
  },
  {
    text: '村室八有',
    note: '检查、整改',
    icon: 'check-circle',
    url: '/packages/desk/check/check',
    roles: ['agent', 'leader', 'supervisor'],
  },
  {
    text: '文明用语',
    note: '见了群众怎么说',
    icon: 'file',
    url: '/packages/places/texts/texts?kind=wording',
    roles: EVERYBODY,
  },
  {
    text: '人员',
    note: '请人上班、改岗位',
    icon: 'user-add',
    url: '/packages/desk/staff/staff',
    roles: ['admin'],
  },
  {
    text: '管目录',
    note: '改事项、公开新一版、不办了的',
    icon: 'view-list',
    url: consoleList('items'),
    roles: ['admin'],
  },
  {
    text: '地方和窗口',
    note: '地址、电话、时间、公示栏',
    icon: 'map-location',
    url: consoleList('places'),
    roles: ['admin'],
  },
  {
    text: '放假安排',
    note: '节假日和调休，日子跟着重算',
    icon: 'calendar',
    url: '/packages/console/calendar/calendar',
    roles: ['admin'],
  },
  {
    text: '制度和问答',
    note: '改文字，每一版都留着',
    icon: 'edit',
    url: consoleList('texts'),
    roles: ['admin'],
  },
  {
    text: '各乡的合计',
    note: '县里看：在办、超时、没答复的',
    icon: 'chart-bar',
    url: '/packages/console/county/county',
    roles: ['leader', 'supervisor'],
    county: true,
  },
  {
    text: '培训',
    note: '哪天学什么，当天签到',
    icon: 'file',
    url: consoleList('trainings'),
    roles: EVERYBODY,
  },
]

export const worksOf = (own: readonly Role[], isCounty: boolean): Work[] =>
  WORKS.filter(
    ({ roles, county }) => roles.some((role) => own.includes(role)) && (!county || isCounty),
  )
