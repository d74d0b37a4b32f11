import { action } from '../../core/kernel/action'
import { AppError, notFound } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { repeatOf } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { Gap } from '../../core/store/documents/staff'
import { coverGap, gapView } from '../gaps'
import { staffNotice } from '../notices'
import { coverWindowInput, coverWindowOutput } from '../schema/handover'
import { findStaff } from '../staff'

export const coverWindow = action({
  summary: '窗口没人，安排一个人去',
  by: ['leader'],
  scope: 'township',
  input: coverWindowInput,
  output: coverWindowOutput,
  run: async (call, { id, staffId }) => {
    const { scope, township, now, request } = call
    const [gap, person] = await Promise.all([
      findOne<Gap>('gaps', { ...scope, _id: id }),
      findStaff(township, staffId, '去窗口的人'),
    ])
    if (!gap) throw notFound('这个空岗')
    if (repeatOf(gap.log, request)) return { gap: gapView(gap) }
    if (gap.state === 'covered') {
      throw new AppError('ACTION_NOT_ALLOWED', `这个窗口有人了：${gap.coveredBy}在。`)
    }
    const told = staffNotice(`cover:${gap._id}`, now, {
      to: { account: person._id },
      title: '请您去顶一下窗口',
      text: `${gap.window}没人，领导请您现在过去。`,
      place: gap.window,
      hint: '现在过去',
      target: '/packages/office/today/today',
    })
    if (!(await coverGap(call, gap, person.staff.name, [told]))) {
      throw new AppError('CONFLICT', '这个窗口刚刚有人了，请刷新看看。', { retryable: true })
    }
    await dispatch('gaps', gap, [told], now)
    return { gap: gapView({ ...gap, state: 'covered', coveredBy: person.staff.name }) }
  },
})
