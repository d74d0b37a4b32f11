import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { holderOf } from '../../core/kernel/holder'
import { answerTransferInput, answerTransferOutput } from '../schema/work'
import { takeStep } from '../step'

export const answerTransfer = action({
  summary: '答复接不接手：接了就归我们；不接写原因，站长来定',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: answerTransferInput,
  output: answerTransferOutput,
  run: (call, { id, accept, reason = '' }) => {
    if (!accept && reason === '') {
      throw new AppError('INVALID_INPUT', '不接手要写原因，站长看了好定。', {
        fields: { reason: '没有填' },
      })
    }
    return takeStep(call, id, {
      action: 'answerTransfer',
      set: ({ transfer, firstReceiver, signedAt }) => {
        if (!transfer) return {}
        if (!accept) return { transfer: { ...transfer, state: 'declined', declined: reason } }
        return {
          unit: transfer.unit,
          unitName: transfer.unitName,
          unitPhone: transfer.unitPhone,
          holder: holderOf(call),
          firstReceiver: firstReceiver ?? holderOf(call),
          signedAt: signedAt ?? call.now,
          transfer: null,
        }
      },
      text: (doc) =>
        accept
          ? `${doc.unitName}接手了，${call.caller.name}在办`
          : `不接手，原因：${reason}。请站长定`,
      words: (after) =>
        accept
          ? {
              villager: `这事归${after.unitName}，我们已转过去，${call.caller.name}在办。`,
              office: { title: '转办接手了', hint: `归${after.unitName}办` },
            }
          : { office: { title: '转办没接，请站长定', hint: '看双方的原因，指定谁来办' } },
    })
  },
})
