/** A cursor is the sort key of the last row, so that paging costs the same on every page. */
import type { Query } from '../store/database'
import { AppError } from './errors'

export function encodeCursor(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.getTime(), id])).toString('base64url')
}

function decodeCursor(text: string): { readonly at: Date; readonly id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[]
    const time = new Date(at as number)
    if (typeof at === 'number' && typeof id === 'string' && !Number.isNaN(+time)) {
      return { at: time, id }
    }
  } catch {
    // Falls through to the one answer for a cursor that is not ours.
  }
  throw new AppError('INVALID_INPUT', '翻页的位置不对，请回到列表开头再看。', {
    fields: { cursor: '格式不对' },
  })
}

/** The rows after the cursor in a list ordered by a date field and then `_id` ascending. */
export function afterCursor(
  scope: Query,
  field: string,
  direction: 'asc' | 'desc',
  cursor: string | undefined,
): Query {
  if (cursor === undefined) return scope
  const { at, id } = decodeCursor(cursor)
  const beyond = direction === 'asc' ? { $gt: at } : { $lt: at }
  return { $and: [scope, { $or: [{ [field]: beyond }, { [field]: at, _id: { $gt: id } }] }] }
}
