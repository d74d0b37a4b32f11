import { action } from '../../core/kernel/action'
import { find } from '../../core/store/database'
import type { TextDocument } from '../../core/store/documents/place'
import { textsInput, textsOutput } from '../schema/texts'

/** More than this no township writes. */
const MOST = 500

export const texts = action({
  summary: '管制度、文明用语、文书样式、问答：也有不再给群众看的',
  by: ['admin'],
  scope: 'township',
  input: textsInput,
  output: textsOutput,
  run: async ({ scope }, { kind }) => ({
    texts: await find<TextDocument>(
      'texts',
      { ...scope, kind },
      { order: [['order', 'asc']], limit: MOST, projection: { text: 0, history: 0 } },
    ),
  }),
})
