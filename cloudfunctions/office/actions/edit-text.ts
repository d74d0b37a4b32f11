import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { repeatOf } from '../../core/store/commit'
import { findOne, updateOne } from '../../core/store/database'
import type { TextDocument } from '../../core/store/documents/place'
import { insertNew } from '../../core/store/insert-new'
import { orFresh, overtaken, refuseStale } from '../fresh'
import { editTextInput, editTextOutput } from '../schema/texts'
import { findText, textView } from '../text-view'

/** After everything that came with the seed. */
const LAST = 100_000

export const editText = action({
  summary: '改制度、文明用语、问答的文字；每一版都留着；别人先改了，先看新的',
  by: ['admin'],
  scope: 'township',
  input: editTextInput,
  output: editTextOutput,
  run: async (call, { id, kind, version, requestId: _, retired = false, ...rest }) => {
    const { township, request } = call
    const change = { ...rest, retired, edited: true }
    const write = async () => {
      const before = await findOne<TextDocument>('texts', {
        _id: `${township}:text:${id ?? request.key}`,
        township,
      })
      if (!before && id !== undefined) throw notFound('这段文字')
      if (!before) {
        const written = fresh(call, kind, change)
        await insertNew('texts', written)
        return written
      }
      if (repeatOf(before.history, request)) return before
      refuseStale({ version }, before.v, '这段文字')
      return rewrite(before, call, change)
    }
    const text = await orFresh(write, async () => ({
      text: textView(await findText(township, id ?? request.key)),
    }))
    return { text: { ...textView(text), versions: text.history.length } }
  },
})

type Content = Pick<TextDocument, 'title' | 'text' | 'sample' | 'retired' | 'edited'> &
  Partial<Record<'items' | 'keywords', string[] | undefined>>

const versionOf = ({ now, caller, request }: KnownCall, { title, text }: Content) => ({
  at: now,
  byName: caller.name,
  title,
  text,
  ...request,
})

async function rewrite(before: TextDocument, call: KnownCall, change: Content) {
  const history = [...first(before), versionOf(call, change)]
  const { _id, township, v } = before
  const { items = before.items, keywords = before.keywords } = change
  const set = { ...change, items, keywords }
  const update = { $set: set, $inc: { v: 1 }, $push: { history: { $each: history } } }
  if (!(await updateOne('texts', { _id, township, v }, update))) throw overtaken('这段文字')
  return { ...before, ...set, v: v + 1, history: [...before.history, ...history] }
}

const fresh = (call: KnownCall, kind: TextDocument['kind'], change: Content): TextDocument => ({
  _id: `${call.township}:text:${call.request.key}`,
  township: call.township,
  schema: 1,
  v: 1,
  kind,
  id: call.request.key,
  order: LAST,
  history: [versionOf(call, change)],
  ...change,
  items: change.items ?? [],
  keywords: change.keywords ?? [],
})

/** The words that came with the seed are the first version. */
function first({ history, title, text }: TextDocument) {
  const seed = { at: new Date(0), byName: '最初的文字', title, text, key: '', content: '' }
  return history.length === 0 ? [seed] : []
}
