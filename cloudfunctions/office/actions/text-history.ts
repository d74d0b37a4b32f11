import { action } from '../../core/kernel/action'
import { textHistoryInput, textHistoryOutput } from '../schema/texts'
import { findText, textView } from '../text-view'

export const textHistory = action({
  summary: '一段制度或问答的每一版，谁什么时候改的',
  by: ['admin', 'leader', 'supervisor'],
  scope: 'township',
  input: textHistoryInput,
  output: textHistoryOutput,
  run: async ({ township }, { id }) => {
    const text = await findText(township, id)
    const versions = text.history.map(({ at, byName, title, text: words }) => ({
      at: at.toISOString(),
      byName,
      title,
      text: words,
    }))
    return { text: textView(text), versions: versions.reverse() }
  },
})
