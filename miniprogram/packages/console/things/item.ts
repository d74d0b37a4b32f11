/** 事项: every field in six parts, each edited by itself; kept as a draft until it is made public. */
import type { Input } from '../../../../typings/wire'
import { call } from '../../../services/call'
import { newRequestId } from '../../../services/request-id'
import { fetchRecord } from '../calls'
import { textOf } from '../../../shared/form/fields'
import type { Choice, Field, Rows, Values } from '../../../shared/form/fields'
import { step } from './thing'
import type { Thing } from './thing'

export const LEVELS: readonly Choice[] = [
  { key: 'village', text: '村里定' },
  { key: 'township', text: '乡里定' },
  { key: 'county', text: '县里定' },
]
const MODES: readonly Choice[] = [
  { key: 'direct', text: '乡村直接办' },
  { key: 'proxy', text: '窗口代办' },
  { key: 'joint', text: '联合审批' },
  { key: 'booking', text: '帮您预约' },
  { key: 'consultation', text: '咨询' },
]
const FORMS: readonly Choice[] = [
  { key: 'original', text: '原件' },
  { key: 'copy', text: '复印件' },
  { key: 'original+copy', text: '原件和复印件' },
  { key: 'form', text: '填的表' },
  { key: 'photo', text: '照片' },
  { key: 'electronic', text: '电子版' },
]
const SOURCES: readonly Choice[] = [
  { key: 'self', text: '自己准备' },
  { key: 'issued', text: '窗口发、单位出' },
  { key: 'village', text: '村里准备' },
]
const DOERS: readonly Choice[] = [
  { key: 'applicant', text: '群众自己' },
  { key: 'window', text: '窗口' },
  { key: 'village', text: '村里' },
  { key: 'department', text: '责任部门' },
  { key: 'joint', text: '几个部门一起' },
  { key: 'county', text: '县里' },
]

const wordOf = (choices: readonly Choice[], key: unknown): string =>
  choices.find((one) => one.key === key)?.text ?? ''

const said = (...texts: readonly string[]): string => texts.filter(Boolean).join('，')

/** A key of its own: papers handed in for another matter are never taken for it. */
const materialKey = (): string => `m-${newRequestId().replace(/[^a-z0-9-]/g, '')}`.slice(0, 40)

const MATERIALS: Rows = {
  add: '加一样材料',
  title: (row) => textOf(row.name),
  note: ({ form, count, required, source }) =>
    said(
      wordOf(FORMS, form),
      `${textOf(count)}份`,
      required === true ? '必须' : '有就带',
      wordOf(SOURCES, source),
    ),
  fresh: () => ({ key: materialKey(), count: 1, required: true }),
  fields: [
    { key: 'name', label: '叫什么', kind: 'line' },
    { key: 'form', label: '要什么样的', kind: 'choice', choices: FORMS },
    { key: 'count', label: '几份', kind: 'number', most: 20 },
    { key: 'required', label: '一定要吗', kind: 'yes' },
    { key: 'source', label: '谁准备', kind: 'choice', choices: SOURCES },
    { key: 'note', label: '还要说什么', kind: 'area', optional: true, nullable: true },
  ],
}

const STEPS: Rows = {
  add: '加一步',
  title: (row) => textOf(row.name),
  note: ({ by, days }) =>
    said(
      wordOf(DOERS, by) || textOf(by),
      typeof days === 'number' ? `${String(days)}个工作日` : '',
    ),
  fields: [
    { key: 'name', label: '做什么', kind: 'line' },
    { key: 'by', label: '谁做', kind: 'choice', choices: DOERS },
    { key: 'days', label: '几个工作日', kind: 'number', optional: true, help: '说不准就空着' },
  ],
}

const PEOPLE: Rows = {
  add: '加一个人',
  title: ({ name, post }) => said(textOf(name), textOf(post)),
  note: (row) => textOf(row.phone),
  fields: [
    { key: 'name', label: '姓名', kind: 'line', most: 30 },
    { key: 'post', label: '岗位', kind: 'line', most: 30 },
    { key: 'phone', label: '办公电话', kind: 'line', most: 20, help: '群众看得到，别写私人的' },
  ],
}

const isJoint = ({ mode }: Values): boolean => mode === 'joint'

const BRANCH_TASKS: Rows = {
  add: '加一个部门',
  title: (row) => textOf(row.task),
  note: (row) => textOf(row.department),
  fields: [
    { key: 'department', label: '哪个部门', kind: 'choice', from: 'units' },
    { key: 'task', label: '看什么', kind: 'line' },
  ],
}

export interface Part {
  readonly key: string
  readonly title: string
  readonly fields: readonly Field[]
}

export const PARTS: readonly Part[] = [
  {
    key: 'name',
    title: '叫什么',
    fields: [
      { key: 'name', label: '名称', kind: 'line' },
      {
        key: 'aliases',
        label: '平时的叫法',
        kind: 'lines',
        optional: true,
        help: '一行一个，搜得到',
      },
      { key: 'keywords', label: '找事用的词', kind: 'lines', optional: true, help: '一行一个' },
      { key: 'category', label: '哪一类', kind: 'choice', from: 'categories' },
    ],
  },
  {
    key: 'who',
    title: '谁办',
    fields: [
      { key: 'department', label: '服务单位', kind: 'choice', from: 'units' },
      { key: 'level', label: '服务权限', kind: 'choice', choices: LEVELS },
      { key: 'mode', label: '服务方式', kind: 'choice', choices: MODES },
      {
        key: 'branches',
        label: '一起审的部门',
        kind: 'many',
        from: 'units',
        most: 8,
        when: isJoint,
      },
      {
        key: 'branchTasks',
        label: '各审什么',
        kind: 'rows',
        rows: BRANCH_TASKS,
        optional: true,
        most: 8,
        when: isJoint,
      },
      { key: 'people', label: '服务人员', kind: 'rows', rows: PEOPLE, most: 20 },
    ],
  },
  {
    key: 'time',
    title: '多久、跑几趟、收不收钱',
    fields: [
      { key: 'instant', label: '当场办', kind: 'yes' },
      { key: 'commitDays', label: '承诺几个工作日', kind: 'number', most: 90 },
      { key: 'legalDays', label: '法定几个工作日', kind: 'number', optional: true },
      { key: 'legalBasis', label: '依据', kind: 'area', optional: true, nullable: true },
      { key: 'inPerson', label: '要本人去', kind: 'yes' },
      { key: 'visits', label: '跑几趟', kind: 'number', most: 9 },
      { key: 'feeCharged', label: '收费', kind: 'yes' },
      { key: 'feeText', label: '收费怎么说', kind: 'line', help: '如：不收费' },
    ],
  },
  {
    key: 'terms',
    title: '什么人能办、办成什么',
    fields: [
      { key: 'audience', label: '什么人办', kind: 'area' },
      { key: 'conditions', label: '条件', kind: 'lines', optional: true },
      { key: 'result', label: '办成什么', kind: 'area' },
      { key: 'tips', label: '提醒', kind: 'lines', optional: true },
    ],
  },
  {
    key: 'materials',
    title: '带什么',
    fields: [{ key: 'materials', label: '材料', kind: 'rows', rows: MATERIALS, optional: true }],
  },
  {
    key: 'steps',
    title: '怎么办',
    fields: [{ key: 'steps', label: '服务流程', kind: 'rows', rows: STEPS }],
  },
]

const BEGINNING: readonly Field[] = [
  { key: 'code', label: '编号', kind: 'line', help: '两到四个大写字母加数字，如 MZ-20' },
  ...['name', 'category', 'department'].flatMap((key) =>
    PARTS.flatMap(({ fields }) => fields.filter((field) => field.key === key)),
  ),
]

type Draft = Input<'office', 'saveItem'>['change']

/** The fee is one thing to the township and two questions on the form. */
const fromDraft = ({ fee, ...rest }: Draft): Values => ({
  ...(rest as Values),
  ...(fee ? { feeCharged: fee.charged, feeText: fee.text } : {}),
})

function toDraft({ code: _, feeCharged, feeText, ...change }: Values, all: Values): Draft {
  if (feeCharged === undefined && feeText === undefined) return change
  const fee = { charged: all.feeCharged === true, text: textOf(all.feeText) }
  return { ...(change as Draft), fee }
}

export const itemPage = (code: string): string => `/packages/console/item/item?code=${code}`

export const ITEM: Thing = {
  title: '改事项',
  lead: '先存成草稿。公开以前，群众看到的还是原来的。',
  send: '存成草稿',
  fields: (part) => PARTS.find(({ key }) => key === part)?.fields ?? BEGINNING,
  open: async (id) => {
    if (!id) return { title: '新的事项', values: {}, steps: [] }
    const { code, version, writing, steps } = await fetchRecord(id)
    return {
      title: `${code} ${writing.name ?? ''}`,
      values: fromDraft(writing),
      version,
      steps: steps.map(({ at, byName, text }) => step(at, byName, text)),
    }
  },
  save: async ({ id, change, values, version, requestId }) => {
    const code = id || textOf(values.code)
    await call('office', 'saveItem', {
      code,
      isNew: !id,
      change: toDraft(change, values),
      ...(version === undefined ? {} : { version }),
      requestId,
    })
    return id ? '' : itemPage(code)
  },
}
