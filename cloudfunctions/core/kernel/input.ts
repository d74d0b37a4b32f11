/** Checks input against a schema and says in plain Chinese what is wrong with which field. */
import type * as z from 'zod'
import { AppError } from './errors'

export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): z.infer<Schema> {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  const fields: Record<string, string> = {}
  for (const issue of result.error.issues) {
    fields[issue.path.join('.') || '_'] ??= plain(issue)
  }
  const [[field, what] = ['', '填的不对']] = Object.entries(fields)
  const where = field && field !== '_' ? `“${field}”` : ''
  throw new AppError('INVALID_INPUT', `有地方没填对：${where}${what}。改好再交一次，别的都还在。`, {
    fields,
  })
}

function plain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'custom') return issue.message
  if (issue.code === 'invalid_type' && issue.input === undefined) return '没有填'
  if (issue.code === 'too_small') {
    return Number(issue.minimum) === 1 ? '没有填' : `太少了，至少要${String(issue.minimum)}`
  }
  if (issue.code === 'too_big') {
    return `太多了，最多${String(issue.maximum)}${issue.origin === 'string' ? '个字' : ''}`
  }
  return '格式不对'
}
