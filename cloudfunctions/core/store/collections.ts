/**
 * Every collection and index of the product, declared once: the local cloud creates them, the
 * deployment creates them, the documentation lists them.
 *
 * Every index begins with `township` (several townships may share an environment), except those
 * on `_id`, which every collection has. A field inside an array makes an index multikey.
 */

/** An index: fields in order, `1` ascending or `-1` descending. */
export interface IndexDeclaration {
  readonly name: string
  readonly keys: readonly (readonly [field: string, direction: 1 | -1])[]
  readonly unique?: boolean
}

export interface CollectionDeclaration {
  readonly name: string
  /** What one document is, in the township's words. */
  readonly meaning: string
  readonly indexes: readonly IndexDeclaration[]
}

const by = (name: string, ...fields: string[]): IndexDeclaration => ({
  name,
  keys: [['township', 1] as const, ...fields.map((f) => direction(f))],
})

const unique = (name: string, ...fields: string[]): IndexDeclaration => ({
  ...by(name, ...fields),
  unique: true,
})

/** `-at` is descending, `at` ascending. */
function direction(field: string): readonly [string, 1 | -1] {
  return field.startsWith('-') ? [field.slice(1), -1] : [field, 1]
}

export const COLLECTIONS = [
  {
    name: 'accounts',
    meaning: '一个微信号在本乡是谁：群众资料、工作身份',
    indexes: [
      by('department', 'staff.department'),
      by('role', 'staff.roles'),
      by('village', 'staff.villageId'),
      by('staff', 'staff.id'),
      by('unit', 'staff.units'),
      by('due', 'nextDueAt'),
      by('change', 'staffLog.key'),
    ],
  },
  { name: 'items', meaning: '服务事项', indexes: [unique('code', 'code')] },
  {
    name: 'editions',
    meaning: '事项的改动：草稿、每一版、谁改了什么',
    indexes: [unique('code', 'code'), by('due', 'nextDueAt')],
  },
  { name: 'places', meaning: '办事的地方：站、厅、村便民服务室', indexes: [by('order', 'order')] },
  { name: 'directory', meaning: '目录：分类、部门、首页', indexes: [] },
  {
    name: 'texts',
    meaning: '制度、文明用语、文书样式、问答；每一版都留着',
    indexes: [by('kind', 'kind', 'order')],
  },
  {
    name: 'announcements',
    meaning: '公示栏：一个地方贴的一张',
    indexes: [by('place', 'placeId', '-at', '_id')],
  },
  {
    name: 'checks',
    meaning: '八有检查和整改',
    indexes: [
      by('all', '-at', '_id'),
      by('party', 'parties', '-at', '_id'),
      by('place', 'placeId', '-at', '_id'),
      by('state', 'state', '-at', '_id'),
      by('each', 'state', '_id'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'handovers',
    meaning: '交接：谁不在、谁替、手上有什么',
    indexes: [
      by('all', '-createdAt', '_id'),
      by('party', 'parties', '-createdAt', '_id'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'duties',
    meaning: '值班：一天一个班',
    indexes: [by('date', 'date'), by('place', 'placeId', 'date'), by('due', 'nextDueAt')],
  },
  {
    name: 'gaps',
    meaning: '空岗：没有人的窗口',
    indexes: [by('all', '-at', '_id'), by('state', 'state', 'window'), by('due', 'nextDueAt')],
  },
  { name: 'trainings', meaning: '培训和谁来了', indexes: [by('date', '-date', '_id')] },
  {
    name: 'invitations',
    meaning: '邀请：一次一用的号，把一个微信绑到一个岗位',
    indexes: [by('code', 'codeHash'), by('made', '-createdAt', '_id')],
  },
  { name: 'guesses', meaning: '一个人输错邀请号的次数', indexes: [] },
  {
    name: 'visits',
    meaning: '走访：群众同意记下的',
    indexes: [
      by('mine', 'by.account', '-at', '_id'),
      by('all', '-at', '_id'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'slots',
    meaning: '一段时间的号源，座位和预约都在里面',
    indexes: [
      by('venue', 'venueId', 'startAt'),
      by('booker', 'issued.by', '-startAt', '_id'),
      by('issued', 'issued.id'),
      by('day', 'date', '_id'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'days',
    meaning: '一个地方一天的排队叫号',
    indexes: [by('date', 'date', '_id'), by('due', 'nextDueAt')],
  },
  { name: 'claims', meaning: '一人半天一个号', indexes: [by('due', 'nextDueAt')] },
  {
    name: 'cases',
    meaning: '一件事',
    indexes: [
      unique('number', 'number'),
      by('owner', 'ownerId', '-receivedAt', '_id'),
      by('inbox', 'open', 'desks', 'urgentAt', '_id'),
      by('completed', 'state', 'completedAt'),
      by('rated', 'rating.at'),
      by('open', 'open', '_id'),
      by('received', 'receivedOn', '_id'),
      by('agent', 'agentId', 'open', 'urgentAt', '_id'),
      by('touched', 'touchedAt', '_id'),
      by('item', 'open', 'itemCode', 'villageId'),
      by('publicized', 'publicity.ended', 'publicity.until'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'orders',
    meaning: '交办单、督办单',
    indexes: [
      unique('number', 'kind', 'year', '-seq'),
      by('open', 'open', 'dueAt', '_id'),
      by('unit', 'unit', 'open', 'dueAt', '_id'),
      by('origin', 'origin.id', '_id'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'issues',
    meaning: '未结事项、热点难点、意见建议、投诉',
    indexes: [
      unique('number', 'number'),
      by('open', 'open', 'dueAt', '_id'),
      by('each', 'open', '_id'),
      by('owner', 'ownerId', '-raisedAt', '_id'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'rectifications',
    meaning: '差评整改、抽查回访',
    indexes: [
      by('open', 'open', 'urgentAt', '_id'),
      by('each', 'open', '_id'),
      by('raised', 'raisedOn', '_id'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'visitRatings',
    meaning: '在窗口扫桌卡评的，一人一天一个窗口一次',
    indexes: [by('at', 'at'), by('due', 'nextDueAt')],
  },
  {
    name: 'warnings',
    meaning: '黄色、红色预警，只记不删',
    indexes: [
      by('at', '-at', '_id'),
      by('state', 'state', '-at', '_id'),
      by('span', 'due'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'blockedNotices',
    meaning: '拦下的第二次告知：没写原因，没发给群众',
    indexes: [by('at', '-at', '_id')],
  },
  {
    name: 'outages',
    meaning: '停电、断网、上级系统故障',
    indexes: [by('until', '-until'), by('due', 'nextDueAt')],
  },
  {
    name: 'accountabilities',
    meaning: '责任追究，人定的',
    indexes: [by('at', '-at', '_id'), by('state', 'state', '-at', '_id'), by('due', 'nextDueAt')],
  },
  { name: 'assessments', meaning: '考核启用没有、按哪个文件、哪几条规则', indexes: [] },
  {
    name: 'assessmentDecisions',
    meaning: '考核决定：人定的，对单位，能申诉',
    indexes: [by('at', '-at', '_id'), by('state', 'state', '-at', '_id'), by('due', 'nextDueAt')],
  },
  {
    name: 'exports',
    meaning: '导出台账的记录：谁、哪些、为什么；表格一小时后删',
    indexes: [by('at', '-at', '_id'), by('due', 'nextDueAt')],
  },
  { name: 'ratingCards', meaning: '用过的纸质评价卡', indexes: [] },
  {
    name: 'surveys',
    meaning: '一年一次的不记名问卷',
    indexes: [by('year', 'year')],
  },
  {
    name: 'consultations',
    meaning: '接待咨询',
    indexes: [
      by('day', 'day', 'topic'),
      by('receiver', 'receiverId', 'open', 'at'),
      by('each', 'open', '_id'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'mediations',
    meaning: '调解，当事人封着',
    indexes: [
      unique('number', 'number'),
      by('open', 'open', '-openedAt', '_id'),
      by('mediator', 'mediatorId', 'open', '-openedAt', '_id'),
      by('due', 'nextDueAt'),
    ],
  },
  {
    name: 'rollups',
    meaning: '按天重算的统计',
    indexes: [by('day', 'kind', '-day')],
  },
  {
    name: 'meetings',
    meaning: '周调度会：议程、记录、定了什么',
    indexes: [by('week', '-week'), by('due', 'nextDueAt')],
  },
  {
    name: 'bulletins',
    meaning: '每月通报：数、文字、公布后的更正',
    indexes: [by('month', '-month'), by('due', 'nextDueAt')],
  },
  {
    name: 'messages',
    meaning: '消息箱',
    indexes: [by('to', 'to', '-at', '_id')],
  },
  { name: 'permits', meaning: '微信提醒还剩几次（只是估计）', indexes: [] },
  {
    name: 'households',
    meaning: '全乡的户：村、组、门牌；只为发《百事通》点户头',
    indexes: [unique('village', 'villageId', 'no')],
  },
  {
    name: 'deliveries',
    meaning: '《百事通》发到哪一户、哪一版、谁送的',
    indexes: [by('version', 'version', 'villageId', '-at', '_id')],
  },
  {
    name: 'settings',
    meaning: '一个乡一份：号源模板、开关；到点自己要做的事也在这里',
    indexes: [by('kind', 'kind'), by('due', 'nextDueAt')],
  },
] as const satisfies readonly CollectionDeclaration[]

export type CollectionName = (typeof COLLECTIONS)[number]['name']
