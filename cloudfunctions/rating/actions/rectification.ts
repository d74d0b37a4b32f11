import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { Rectification } from '../../core/store/documents/rectification'
import { rectificationView } from '../rectification'
import { rectificationInput, rectificationOutput } from '../schema'

export const rectification = action({
  summary: '一件整改：谁打的电话，要改什么，怎么改的；被评的看不到是几档、谁评的',
  by: ['window', 'cadre', 'leader', 'supervisor'],
  scope: 'rectifications',
  input: rectificationInput,
  output: rectificationOutput,
  run: async ({ scope, caller, now }, { id }) => {
    const doc = await findOne<Rectification>('rectifications', { ...scope, _id: id })
    if (!doc) throw notFound('这件整改')
    return { rectification: rectificationView(doc, caller, now) }
  },
})
