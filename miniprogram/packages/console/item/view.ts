/** 一个事项 as the administrator sees it: what is open, what the draft changes, every edition. */
import { spokenDate } from '../../../shared/dates'
import type { BusinessDate } from '../../../shared/dates'
import type { Tag } from '../../../shared/matter-words'
import type { ItemRecord } from '../calls'
import type { Field } from '../../../shared/form/fields'
import { stepLines } from '../steps'
import { PARTS } from '../things/item'
import { step } from '../things/thing'

/** Which of the program's fields each part of the form holds; the fee is two questions there. */
const FORM_KEYS: Readonly<Record<string, string>> = { feeCharged: 'fee', feeText: 'fee' }

const TAGS: Readonly<Record<ItemRecord['state'], Tag>> = {
  draft: { tone: 'act', icon: 'edit', text: '还没公开' },
  public: { tone: 'ok', icon: 'check-circle', text: '公开着' },
  retired: { tone: 'off', icon: 'error-circle', text: '不办了' },
}

const editUrl = (code: string, part: string): string =>
  `/packages/console/edit/edit?kind=item&id=${code}&part=${part}`

function partCards({ code, told }: ItemRecord) {
  return PARTS.map(({ key, title, fields }) => {
    const keys = new Set(fields.map((field) => FORM_KEYS[field.key] ?? field.key))
    const lines = told.filter((one) => keys.has(one.key) && one.text)
    return { key, title, lines, url: editUrl(code, key) }
  })
}

/** In which part an empty one of the seven is filled in. */
const PART_OF: Readonly<Record<string, string>> = {
  服务项目: 'name',
  服务流程: 'steps',
  服务权限: 'who',
  服务单位: 'who',
  服务人员: 'who',
  服务方式: 'who',
  服务电话: 'who',
}

function editionCards({ editions }: ItemRecord, today: BusinessDate) {
  return editions.map(({ n, from, inForce, at, byName, note, changes, retired }) => {
    const begins = from === null ? '' : `${spokenDate(from, today)}起`
    const state = inForce ? '现在用的' : from !== null && from > today ? `${begins}用` : begins
    const [line] = at === null ? [] : stepLines([step(at, byName, note)])
    return {
      n,
      title: retired ? `不办了，${state}` : `第${String(n)}版${state ? `，${state}` : ''}`,
      by: line?.head ?? byName,
      note: retired?.replacedBy ? `${note}。改办：${retired.replacedBy.name}` : note,
      changes,
    }
  })
}

export const recordCard = (record: ItemRecord, today: BusinessDate) => ({
  title: `${record.code} ${record.writing.name ?? '（还没写名称）'}`,
  tag: TAGS[record.state],
  isDraft: record.draft !== null,
  canRetire: record.state === 'public',
  missing: record.missing.map((label) => ({
    label,
    url: editUrl(record.code, PART_OF[label] ?? 'name'),
  })),
  changes: record.changes,
  parts: partCards(record),
  editions: editionCards(record, today),
  steps: stepLines(record.steps.map(({ at, byName, text }) => step(at, byName, text))),
})

export type RecordCard = ReturnType<typeof recordCard>

/** What is asked before an edition is made public. */
export const PUBLISHING: readonly Field[] = [
  { key: 'from', label: '从哪天起用', kind: 'date', help: '以前的日子不行；到那天自己换' },
  { key: 'note', label: '为什么改', kind: 'area', most: 200, help: '如：县里新文件，时限改短了' },
]

/** What is asked before a matter is closed for good. */
export const RETIRING: readonly Field[] = [
  { key: 'from', label: '从哪天起不办', kind: 'date' },
  { key: 'note', label: '为什么', kind: 'area', most: 200, help: '群众查到旧编号时看得到' },
]
