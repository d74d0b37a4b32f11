/**
 * The one table of spreadsheets: which sheet holds what, column by column. Headings, checks, import
 * and export all follow from it.
 */
import {
  FORM_WORDS,
  LEVEL_WORDS,
  MODE_WORDS,
  SOURCE_WORDS,
} from '../../cloudfunctions/core/domain/item'
import type { StaffRole } from '../../cloudfunctions/core/store/documents/account'
import type { FILES, OPTIONAL_FILES } from '../../seed/schema'
import {
  choice,
  date,
  degrees,
  departmentLines,
  lines,
  missingWhenEmpty,
  optionalText,
  optionalWhole,
  sessions,
  text,
  whole,
  words,
  yesNo,
} from './kinds'
import type { Kind } from './kinds'

export type FileName = keyof typeof FILES | keyof typeof OPTIONAL_FILES

export interface Column {
  readonly title: string
  /** Where it goes in the row of the data file, e.g. `room.address`. */
  readonly field: string
  readonly kind: Kind
}

export interface Sheet {
  readonly name: string
  readonly file: FileName
  /** The array in the file; empty for a file that is one thing. */
  readonly list: string
  /** The fields that tell rows apart. */
  readonly key: readonly string[]
  /** Rows of another sheet's rows: the array in them, and the column that names them. */
  readonly into?: string
  readonly columns: readonly Column[]
}

const column = (title: string, field: string, kind: Kind = text): Column => ({ title, field, kind })

const turned = (table: Readonly<Record<string, string>>) =>
  choice(Object.fromEntries(Object.entries(table).map(([value, word]) => [word, value])))

const onMap = (what: string, field: string): Column[] => [
  column(`${what}纬度`, `${field}.latitude`, missingWhenEmpty(degrees)),
  column(`${what}经度`, `${field}.longitude`, missingWhenEmpty(degrees)),
]

const place = (what: string, field: string): Column[] => [
  column(`${what}名称`, `${field}.name`),
  column(`${what}地址`, `${field}.address`),
  column(`${what}电话`, `${field}.phone`),
  column(`${what}时间`, `${field}.hours`),
  ...onMap(what, field),
]

const DAYS = choice({ 工作日: 'workdays', 周四: 'thursdays' })

const numbers = (what: string, field: string): Column[] => [
  column(`${what}哪天放号`, `slotTemplates.${field}.days`, DAYS),
  column(`${what}哪几段`, `slotTemplates.${field}.sessions`, sessions),
  column(`${what}几分钟一个号`, `slotTemplates.${field}.minutes`, whole),
  column(`${what}一段几个号`, `slotTemplates.${field}.capacity`, whole),
]

const HAVES: Readonly<Record<string, string>> = {
  place: '有场所',
  sign: '有牌子',
  rules: '有制度',
  ledger: '有台帐',
  telephone: '有电话',
  computer: '有电脑',
  noticeBoard: '有公示栏',
  agent: '有代办员',
}

const DUTIES: Readonly<Record<StaffRole, string>> = {
  agent: '代办员',
  window: '窗口',
  cadre: '干部',
  leader: '领导',
  head: '乡镇长',
  supervisor: '监督',
  admin: '管理员',
}

/** Several of the duties, by their words. */
const duties: Kind = {
  hint: Object.values(DUTIES).join('、'),
  read: (value) => (words.read(value) as string[]).map((word) => turned(DUTIES).read(word)),
  write: (value) => words.write((value as StaffRole[]).map((one) => DUTIES[one])),
}

export const SHEETS: readonly Sheet[] = [
  {
    name: '乡',
    file: 'township',
    list: '',
    key: ['id'],
    columns: [
      column('编号', 'id'),
      column('名称', 'name'),
      column('县', 'county'),
      ...place('服务站', 'station'),
      ...place('大厅', 'hall'),
      column('监督电话', 'supervisorPhone'),
      ...numbers('大厅', 'hall'),
      ...numbers('村里', 'village'),
      column('提前几天放号', 'slotTemplates.horizonDays', whole),
      column('管哪些乡（县才写）', 'oversees', missingWhenEmpty(words)),
    ],
  },
  {
    name: '大类',
    file: 'categories',
    list: 'categories',
    key: ['id'],
    columns: [
      column('编号', 'id'),
      column('名称', 'name'),
      column('图标', 'icon'),
      column('第几个', 'order', whole),
    ],
  },
  {
    name: '部门',
    file: 'departments',
    list: 'departments',
    key: ['id'],
    columns: [
      column('编号', 'id'),
      column('名称', 'name'),
      column('旧称', 'formerName', optionalText),
      column('管什么', 'duties'),
      column('窗口', 'hallWindow', optionalText),
      column('电话', 'phone'),
      column('在大厅', 'inHall', yesNo),
    ],
  },
  {
    name: '村',
    file: 'villages',
    list: 'villages',
    key: ['id'],
    columns: [
      column('编号', 'id'),
      column('名称', 'name'),
      column('是示例', 'sample', yesNo),
      column('户数', 'households', whole),
      column('村室地址', 'room.address'),
      column('村室电话', 'room.phone'),
      column('村室时间', 'room.hours'),
      ...onMap('村室', 'room'),
      column('周四驻村', 'room.thursdayService', yesNo),
      column('代办员编号', 'agent'),
      ...Object.entries(HAVES).map(([have, title]) =>
        column(title, `room.eightHaves.${have}`, yesNo),
      ),
    ],
  },
  {
    name: '人员',
    file: 'staff',
    list: 'staff',
    key: ['id'],
    columns: [
      column('编号', 'id'),
      column('姓名', 'name'),
      column('职务', 'post'),
      column('部门编号', 'department', optionalText),
      column('村编号', 'village', optionalText),
      column('窗口', 'window', optionalText),
      column('身份', 'roles', duties),
      column('电话', 'phone'),
      column('演示身份', 'demoOpenid', optionalText),
    ],
  },
  {
    name: '事项',
    file: 'items',
    list: 'items',
    key: ['code'],
    columns: [
      column('编号', 'code'),
      column('名称', 'name'),
      column('平时的叫法', 'aliases', words),
      column('找事用的词', 'keywords', words),
      column('大类编号', 'category'),
      column('部门编号', 'department'),
      column('权限', 'level', turned(LEVEL_WORDS)),
      column('方式', 'mode', turned(MODE_WORDS)),
      column('当场办', 'instant', yesNo),
      column('承诺工作日', 'commitDays', whole),
      column('法定工作日', 'legalDays', optionalWhole),
      column('依据', 'legalBasis', optionalText),
      column('什么人办', 'audience'),
      column('条件', 'conditions', lines),
      column('要本人去', 'inPerson', yesNo),
      column('跑几趟', 'visits', whole),
      column('收费', 'fee.charged', yesNo),
      column('收费说明', 'fee.text'),
      column('办成什么', 'result'),
      column('提醒', 'tips', lines),
      column('联合部门', 'branches', missingWhenEmpty(words)),
      column('有时联合', 'conditionalBranches', missingWhenEmpty(departmentLines('when'))),
      column('各部门看什么', 'branchTasks', missingWhenEmpty(departmentLines('task'))),
    ],
  },
  {
    name: '材料',
    file: 'items',
    list: 'items',
    key: ['code'],
    into: 'materials',
    columns: [
      column('事项编号', 'code'),
      column('材料编号', 'key'),
      column('名称', 'name'),
      column('样子', 'form', turned(FORM_WORDS)),
      column('几份', 'count', whole),
      column('必须', 'required', yesNo),
      column('谁准备', 'source', turned(SOURCE_WORDS)),
      column('说明', 'note', optionalText),
    ],
  },
  {
    name: '流程',
    file: 'items',
    list: 'items',
    key: ['code'],
    into: 'steps',
    columns: [
      column('事项编号', 'code'),
      column('做什么', 'name'),
      column('谁做', 'by'),
      column('几个工作日', 'days', optionalWhole),
    ],
  },
  {
    name: '制度',
    file: 'rules-text',
    list: 'texts',
    key: ['id'],
    columns: [
      column('编号', 'id'),
      column('标题', 'title'),
      column('种类', 'kind', choice({ 制度: 'rule', 用语: 'wording', 文书: 'template' })),
      column('是示例', 'sample', yesNo),
      column('正文', 'text'),
    ],
  },
  {
    name: '问答',
    file: 'faq',
    list: 'faq',
    key: ['id'],
    columns: [
      column('编号', 'id'),
      column('问', 'question'),
      column('答', 'answer'),
      column('事项编号', 'items', words),
      column('找事用的词', 'keywords', words),
    ],
  },
  {
    name: '节假日',
    file: 'calendar',
    list: 'days',
    key: ['date'],
    columns: [column('日子', 'date', date), column('放假', 'off', yesNo), column('名称', 'name')],
  },
  {
    name: '户',
    file: 'households',
    list: 'households',
    key: ['village', 'no'],
    columns: [
      column('村编号', 'village'),
      column('户号', 'no'),
      column('组', 'group'),
      column('户主', 'head', optionalText),
    ],
  },
]
