/** Checks input against a schema and says in plain Chinese what is wrong with which field. */
import type * as z from 'zod'
import { AppError } from './errors'

/** What a field is called by people. One that is not here is spoken of without a name. */
const LABELS: Readonly<Record<string, string>> = {
  name: '姓名',
  villageId: '村',
  contact: '联系方式',
  by: '怎么联系',
  phone: '电话',
  idNumber: '身份证号',
  applicant: '申请人',
  code: '事项',
  codes: '事项',
  slotId: '时间',
  from: '开始的日子',
  to: '结束的日子',
  date: '日子',
  until: '到哪天',
  backAt: '几点回来',
  place: '地址',
  note: '备注',
  text: '内容',
  reply: '答复',
  remedy: '不服怎么办',
  outcome: '结果',
  level: '评价',
  comment: '想说的话',
  reason: '原因',
  relation: '关系',
  number: '编号',
  materials: '材料',
  fileId: '照片',
  window: '窗口',
  card: '卡片编号',
  source: '怎么评的',
  month: '月份',
  week: '哪一周',
  minutes: '会议记录',
  decisions: '定下的事',
  sections: '通报的文字',
}

export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) fields[issue.path.join('.') || '_'] ??= plainIssue(issue)
  const [[path, what] = ['', '格式不对']] = Object.entries(fields)
  const label = LABELS[path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '']
  const where = label ? `“${label}”` : ''
  throw new AppError('INVALID_INPUT', `有地方没填对：${where}${what}。改好再交一次，别的都还在。`, {
    fields,
  })
}

const CHINESE = /[\u4e00-\u9fff]/

/** One thing wrong, in plain Chinese: the schema's own words where it has some. */
export function plainIssue(issue: z.core.$ZodIssue): string {
  if (CHINESE.test(issue.message)) return issue.message
  if (issue.input === undefined) return '没有填'
  if (issue.code === 'too_small') {
    const empty = issue.origin !== 'number' && Number(issue.minimum) === 1
    return empty ? '没有填' : `太少了，至少要${String(issue.minimum)}`
  }
  if (issue.code === 'too_big') {
    return `太多了，最多${String(issue.maximum)}${issue.origin === 'string' ? '个字' : ''}`
  }
  return '格式不对'
}
