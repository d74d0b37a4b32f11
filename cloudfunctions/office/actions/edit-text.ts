import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { repeatOf } from '../../core/store/commit'
import { DuplicateError, findOne, insert, updateOne } from '../../core/store/database'
import type { TextDocument } from '../../core/store/documents/place'
import { editTextInput, editTextOutput } from '../schema/texts'

/** After everything that came with the seed. */
const LAST = 100_000

export const editText = action({
  summary: '改制度、文明用语、问答的文字；每一版都留着',
  by: ['admin'],
  scope: 'township',
  input: editTextInput,
  output: editTextOutput,
  run: async (call, { id, kind, title, text, sample, retired = false }) => {
    const { township, now, caller, request } = call
    const _id = `${township}:text:${id ?? request.key}`
    const version = { at: now, byName: caller.name, title, text, ...request }
    const before = await findOne<TextDocument>('texts', { _id, township })
    if (!before && id !== undefined) throw notFound('这段文字')
    if (before && repeatOf(before.history, request)) return shown(before)
    const change = { title, text, sample, retired, edited: true }
    if (before) {
      const kept = first(before)
      const written = await updateOne(
        'texts',
        { _id, township, v: before.v },
        {
          $set: change,
          $inc: { v: 1 },
          $push: { history: { $each: [...kept, version] } },
        },
      )
      if (!written) {
        throw new AppError('CONFLICT', '这段文字刚刚有别人改过，您写的没有存。请看看新的再改。', {
          retryable: true,
        })
      }
      return shown({ ...before, ...change, history: [...before.history, ...kept, version] })
    }
    const fresh: TextDocument = {
      _id,
      township,
      schema: 1,
      v: 1,
      kind,
      id: request.key,
      order: LAST,
      items: [],
      keywords: [],
      history: [version],
      ...change,
    }
    try {
      await insert('texts', fresh)
    } catch (error) {
      if (!(error instanceof DuplicateError)) throw error
    }
    return shown(fresh)
  },
})

/** The words that came with the seed are the first version. */
function first({ history, title, text }: TextDocument) {
  const seed = { at: new Date(0), byName: '最初的文字', title, text, key: '', content: '' }
  return history.length === 0 ? [seed] : []
}

const shown = ({ id, title, text, sample, retired, history }: TextDocument) => ({
  text: { id, title, text, sample, retired, versions: history.length },
})
