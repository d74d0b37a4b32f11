import { action } from '../../core/kernel/action'
import { unitsOf } from '../../core/kernel/caller'
import { AppError } from '../../core/kernel/errors'
import { branchDecideInput, branchDecideOutput } from '../schema/joint'
import { takeStep } from '../step'

export const branchDecide = action({
  summary: '部门出意见：同意，或者不同意和原因；都同意就能出结果，有不同意的由牵头部门定',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: branchDecideInput,
  output: branchDecideOutput,
  run: (call, { id, outcome, text }) => {
    const units = unitsOf(call.caller)
    return takeStep(call, id, {
      action: 'branchDecide',
      set: (doc) => {
        const mine = doc.partners.filter((one) => units.includes(one.unit) && !one.opinion)
        if (mine.length === 0) {
          throw new AppError('ACTION_NOT_ALLOWED', '本部门的意见已经写过了。请刷新看看。')
        }
        const opinion = { outcome, text, byName: call.caller.name, at: call.now }
        return {
          partners: doc.partners.map((one) => (mine.includes(one) ? { ...one, opinion } : one)),
        }
      },
      text: `${outcome === 'approve' ? '同意' : '不同意'}：${text}`,
      words: (after) => ({
        office: {
          title: after.partners.every(({ opinion }) => opinion !== null)
            ? '各部门的意见齐了'
            : '一个部门出了意见',
          hint: '看意见，差的催一催',
        },
      }),
    })
  },
})
