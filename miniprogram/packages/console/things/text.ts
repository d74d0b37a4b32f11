/** 制度、文明用语、文书样式、问答; 培训. */
import type { Input } from '../../../../typings/wire'
import { call } from '../../../services/call'
import { linesOf, textOf } from '../../../shared/form/fields'
import type { Field } from '../../../shared/form/fields'
import { step } from './thing'
import type { Thing } from './thing'

export type TextKind = Input<'office', 'texts'>['kind']

const TEXT: readonly Field[] = [
  { key: 'title', label: '标题', kind: 'line', most: 60 },
  { key: 'text', label: '正文', kind: 'area', most: 3000 },
  { key: 'sample', label: '还是示例', kind: 'yes', help: '乡里定了就选“否”，不再标示例' },
  { key: 'retired', label: '不再给群众看', kind: 'yes', help: '收起来，每一版都还留着' },
]
const FAQ: readonly Field[] = [
  { key: 'title', label: '怎么问的', kind: 'line', most: 60 },
  { key: 'text', label: '怎么答', kind: 'area', most: 3000 },
  { key: 'items', label: '说的是哪些事项', kind: 'lines', optional: true, help: '一行一个编号' },
  { key: 'keywords', label: '找得到它的词', kind: 'lines', optional: true, help: '一行一个' },
  ...TEXT.slice(2),
]

/** `part` is the kind of text. */
export const TEXT_THING: Thing = {
  title: '改文字',
  lead: '存了群众马上看得到。以前的每一版都留着。',
  send: '存下',
  fields: (part) => (part === 'faq' ? FAQ : TEXT),
  open: async (id) => {
    if (!id) return { title: '新写一段', values: { sample: true, retired: false }, steps: [] }
    const { text, versions } = await call('office', 'textHistory', { id })
    const { version, title, text: words, sample, retired, items, keywords } = text
    return {
      title,
      values: { title, text: words, sample, retired, items, keywords },
      version,
      steps: versions.map((one) => step(one.at, one.byName, `${one.title}：${one.text}`)),
    }
  },
  save: async ({ id, part, values, version, requestId }) => {
    await call('office', 'editText', {
      ...(id ? { id } : {}),
      kind: part as TextKind,
      title: textOf(values.title),
      text: textOf(values.text),
      sample: values.sample === true,
      retired: values.retired === true,
      items: [...linesOf(values.items)],
      keywords: [...linesOf(values.keywords)],
      ...(version === undefined ? {} : { version }),
      requestId,
    })
    return ''
  },
}

const TRAINING: readonly Field[] = [
  { key: 'title', label: '学什么', kind: 'line', most: 60, help: '如：文明用语' },
  { key: 'date', label: '哪天', kind: 'date' },
  { key: 'start', label: '几点', kind: 'time' },
  { key: 'place', label: '在哪', kind: 'line', most: 40 },
  {
    key: 'units',
    label: '请哪些部门来',
    kind: 'many',
    from: 'units',
    optional: true,
    help: '一个不选，就是都来',
  },
]

export const TRAINING_THING: Thing = {
  title: '安排培训',
  lead: '当天在这里签到；没来人的部门看得出来。',
  send: '安排',
  fields: () => TRAINING,
  open: () => Promise.resolve({ title: '安排培训', values: { start: '15:00' }, steps: [] }),
  save: async ({ values, requestId }) => {
    const units = linesOf(values.units)
    await call('office', 'training', {
      title: textOf(values.title),
      date: textOf(values.date),
      start: textOf(values.start),
      place: textOf(values.place),
      ...(units.length > 0 ? { units: [...units] } : {}),
      requestId,
    })
    return ''
  },
}
