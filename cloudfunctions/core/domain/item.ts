/** 服务事项: what one is, when it may be made public, which edition is in force. */
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** Everything that the township writes about a matter. */
export interface ItemContent {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly keywords: readonly string[]
  readonly category: string
  readonly department: string
  readonly level: 'village' | 'township' | 'county'
  readonly mode: 'direct' | 'proxy' | 'joint' | 'booking' | 'consultation'
  readonly instant: boolean
  readonly commitDays: number
  readonly legalDays: number | null
  readonly legalBasis: string | null
  readonly audience: string
  readonly conditions: readonly string[]
  readonly materials: readonly {
    readonly key: string
    readonly name: string
    readonly form: 'original' | 'copy' | 'original+copy' | 'form' | 'photo' | 'electronic'
    readonly count: number
    readonly required: boolean
    readonly source: 'self' | 'issued' | 'village'
    readonly note: string | null
  }[]
  readonly steps: readonly {
    readonly name: string
    readonly by: string
    readonly days: number | null
  }[]
  /** 联合审批: the departments that look at it at the same time, and at what. */
  readonly branches?: readonly string[] | undefined
  readonly branchTasks?:
    readonly { readonly department: string; readonly task: string }[] | undefined
  readonly inPerson: boolean
  readonly visits: number
  readonly fee: { readonly charged: boolean; readonly text: string }
  readonly result: string
  readonly tips: readonly string[]
  /** 服务人员 */
  readonly people: readonly {
    readonly name: string
    readonly post: string
    readonly phone: string
  }[]
}

/** 服务单位, as the department says it of itself. */
export interface ItemUnit {
  readonly id: string
  readonly name: string
  readonly formerName: string | null
  readonly phone: string
  readonly window: string
}

/** 一号窗口: takes the matters of departments without a window. */
export const GENERAL_WINDOW = '1号窗口 综合受理'

export const unitOf = (department: {
  readonly id: string
  readonly name: string
  readonly formerName: string | null
  readonly phone: string
  readonly hallWindow: string | null
}): ItemUnit => ({
  id: department.id,
  name: department.name,
  formerName: department.formerName,
  phone: department.phone,
  window: department.hallWindow ?? GENERAL_WINDOW,
})

/** 不办了: since when, why, and which matter took its place. */
export interface Retirement {
  readonly reason: string
  readonly replacedBy: { readonly code: string; readonly name: string } | null
}

/** 一版: what the matter says from a day on, and who changed what. */
export interface Edition {
  readonly n: number
  /** Null for the first, which was there when the program began. */
  readonly from: BusinessDate | null
  readonly item: ItemContent
  readonly unit: ItemUnit
  readonly pinyin: readonly string[]
  readonly changes: readonly FieldChange[]
  readonly note: string
  readonly byName: string
  readonly at: Date | null
  readonly retired: Retirement | null
}

/** The edition in force on a day: the latest one that has begun. */
export function editionOn(editions: readonly Edition[], day: BusinessDate): Edition | null {
  return editions.findLast(({ from }) => from === null || from <= day) ?? null
}

/** The day on which the next edition begins, or null. */
export function nextBeginning(
  editions: readonly Edition[],
  day: BusinessDate,
): BusinessDate | null {
  const coming = editions.flatMap(({ from }) => (from !== null && from > day ? [from] : []))
  return coming.sort()[0] ?? null
}

export interface FieldChange {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What an id of a department or a category is called; itself while nobody knows. */
export type NameOf = (id: string) => string

type Say = (item: ItemContent, nameOf: NameOf) => string

const lines = (texts: readonly string[]): string => texts.join('\n')
const yesNo = (value: boolean): string => (value ? '是' : '否')

export const LEVEL_WORDS = { village: '村里定', township: '乡里定', county: '县里定' } as const
export const MODE_WORDS = {
  direct: '乡村直接办',
  proxy: '窗口代办',
  joint: '联合审批',
  booking: '帮您预约',
  consultation: '咨询',
} as const

/** Every field as a person reads it, in the order of the guide. */
const FIELDS: readonly (readonly [key: keyof ItemContent, label: string, say: Say])[] = [
  ['name', '名称', ({ name }) => name],
  ['aliases', '平时的叫法', ({ aliases }) => aliases.join('、')],
  ['keywords', '找事用的词', ({ keywords }) => keywords.join('、')],
  ['category', '哪一类', ({ category }, nameOf) => nameOf(category)],
  ['department', '服务单位', ({ department }, nameOf) => nameOf(department)],
  ['level', '服务权限', ({ level }) => LEVEL_WORDS[level]],
  ['mode', '服务方式', ({ mode }) => MODE_WORDS[mode]],
  ['instant', '当场办', ({ instant }) => yesNo(instant)],
  ['commitDays', '承诺天数', ({ commitDays }) => `${String(commitDays)}个工作日`],
  [
    'legalDays',
    '法定天数',
    ({ legalDays }) => (legalDays === null ? '' : `${String(legalDays)}个工作日`),
  ],
  ['legalBasis', '依据', ({ legalBasis }) => legalBasis ?? ''],
  ['audience', '什么人办', ({ audience }) => audience],
  ['conditions', '条件', ({ conditions }) => lines(conditions)],
  ['materials', '材料', ({ materials }) => lines(materials.map(materialLine))],
  ['steps', '服务流程', ({ steps }) => lines(steps.map(stepLine))],
  ['branches', '一起审的部门', ({ branches = [] }, nameOf) => branches.map(nameOf).join('、')],
  [
    'branchTasks',
    '各审什么',
    ({ branchTasks = [] }, nameOf) =>
      lines(branchTasks.map(({ department, task }) => `${nameOf(department)}：${task}`)),
  ],
  ['inPerson', '要本人去', ({ inPerson }) => yesNo(inPerson)],
  ['visits', '跑几趟', ({ visits }) => `${String(visits)}趟`],
  ['fee', '收费', ({ fee }) => fee.text],
  ['result', '办成什么', ({ result }) => result],
  ['tips', '提醒', ({ tips }) => lines(tips)],
  [
    'people',
    '服务人员',
    ({ people }) => lines(people.map((one) => `${one.name} ${one.post} ${one.phone}`)),
  ],
]

export const FORM_WORDS = {
  original: '原件',
  copy: '复印件',
  'original+copy': '原件和复印件',
  form: '填的表',
  photo: '照片',
  electronic: '电子版',
} as const
export const SOURCE_WORDS = {
  self: '自己准备',
  issued: '窗口发、单位出',
  village: '村里准备',
} as const

type Material = ItemContent['materials'][number]

const materialLine = ({ name, form, count, required, source, note }: Material) =>
  [
    name,
    FORM_WORDS[form],
    `${String(count)}份`,
    required ? '必须' : '有就带',
    SOURCE_WORDS[source],
    note ?? '',
  ]
    .join(' ')
    .trim()

/** Who takes a step, as the township's files name them. */
export const STEP_WORDS: Readonly<Record<string, string>> = {
  applicant: '群众自己',
  window: '窗口',
  village: '村里',
  department: '责任部门',
  joint: '几个部门一起',
  county: '县里',
}

const stepLine = ({ name, by, days }: ItemContent['steps'][number]) =>
  [name, STEP_WORDS[by] ?? by, days === null ? '' : `${String(days)}个工作日`].join(' ').trim()

type Draft = Partial<ItemContent>

const asIs: NameOf = (id) => id

/** An item as a person reads it, field by field; a field that nobody wrote yet says nothing. */
export const told = (item: Draft | null, nameOf: NameOf = asIs): FieldText[] =>
  FIELDS.map(([key, label, say]) => ({
    key,
    label,
    // Each field is told from itself alone: that the others are missing does not matter.
    text: item?.[key] === undefined ? '' : say(item as ItemContent, nameOf),
  }))

export interface FieldText {
  readonly key: keyof ItemContent
  readonly label: string
  readonly text: string
}

/** What reads differently, field by field; empty when a reader sees no difference. */
export function differences(
  before: Draft | null,
  after: Draft,
  nameOf: NameOf = asIs,
): FieldChange[] {
  const texts = told(before, nameOf)
  return told(after, nameOf).flatMap(({ label, text }, n) => {
    const change = { label, before: texts[n]?.text ?? '', after: text }
    return change.before === change.after ? [] : [change]
  })
}

/**
 * 明确服务项目、流程、权限、单位、人员、方式、电话: the seven things that must be open to everybody.
 * The labels of those that are empty; a matter with one of them is not made public.
 */
export function missingDisclosure(item: Draft, unit: ItemUnit | null): string[] {
  return DISCLOSURE.filter(([, filled]) => !filled(item, unit)).map(([label]) => label)
}

const isFilled = (text: string | undefined): boolean => (text ?? '').trim() !== ''
const areFilled = (texts: readonly string[] | undefined): boolean =>
  texts !== undefined && texts.length > 0 && texts.every(isFilled)

const DISCLOSURE: readonly (readonly [
  label: string,
  filled: (item: Draft, unit: ItemUnit | null) => boolean,
])[] = [
  ['服务项目', ({ name }) => isFilled(name)],
  ['服务流程', ({ steps }) => areFilled(steps?.map(({ name }) => name))],
  ['服务权限', ({ level }) => level !== undefined],
  ['服务单位', (_, unit) => isFilled(unit?.name)],
  ['服务人员', ({ people }) => areFilled(people?.map(({ name }) => name))],
  ['服务方式', ({ mode }) => mode !== undefined],
  [
    '服务电话',
    ({ people }, unit) => isFilled(unit?.phone) && areFilled(people?.map((p) => p.phone)),
  ],
]
