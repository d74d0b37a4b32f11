import { notFound } from '../core/kernel/errors'
import { findOne } from '../core/store/database'
import type { TextDocument } from '../core/store/documents/place'

/** @throws AppError `NOT_FOUND` */
export async function findText(township: string, id: string): Promise<TextDocument> {
  const text = await findOne<TextDocument>('texts', { _id: `${township}:text:${id}`, township })
  if (!text) throw notFound('这段文字')
  return text
}

/** A text as the administrator edits it. */
export const textView = ({ v: version, ...text }: TextDocument) => ({ ...text, version })
