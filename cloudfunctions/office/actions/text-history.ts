import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { TextDocument } from '../../core/store/documents/place'
import { textHistoryInput, textHistoryOutput } from '../schema/texts'

export const textHistory = action({
  summary: '一段制度或问答的每一版，谁什么时候改的',
  by: ['admin', 'leader', 'supervisor'],
  scope: 'township',
  input: textHistoryInput,
  output: textHistoryOutput,
  run: async ({ township }, { id }) => {
    const doc = await findOne<TextDocument>('texts', { _id: `${township}:text:${id}`, township })
    if (!doc) throw notFound('这段文字')
    const versions = doc.history.map(({ at, byName, title, text }) => ({
      at: at.toISOString(),
      byName,
      title,
      text,
    }))
    return { versions: versions.reverse() }
  },
})
