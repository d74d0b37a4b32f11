import { action } from '../../core/kernel/action'
import { declareConflictInput, declareConflictOutput } from '../schema/work'
import { takeStep } from '../step'

export const declareConflict = action({
  summary: '申报回避：和申请人有亲属、利害关系的，换人办',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: declareConflictInput,
  output: declareConflictOutput,
  run: (call, { id, reason }) =>
    takeStep(call, id, {
      action: 'declareConflict',
      set: (doc) => ({ conflicts: [...doc.conflicts, call.caller.id] }),
      text: `${call.caller.name}申报回避：${reason}`,
      words: { office: { title: '有人申报回避', hint: '换一个人接着办' } },
    }),
})
