import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { unitOf } from '../units'
import { requestTransferInput, requestTransferOutput } from '../schema/work'
import { takeStep } from '../step'

export const requestTransfer = action({
  summary: '请别的部门接手：他们接了才算转，没接之前还是我们负责',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: requestTransferInput,
  output: requestTransferOutput,
  run: async (call, { id, toUnit, reason }) => {
    const unit = await unitOf(call.township, toUnit)
    return takeStep(call, id, {
      action: 'requestTransfer',
      set: (doc) => {
        if (doc.unit === unit.id) {
          throw new AppError('INVALID_INPUT', '这件事本来就归这个部门，请选别的部门。')
        }
        return {
          transfer: {
            state: 'asked',
            unit: unit.id,
            unitName: unit.name,
            unitPhone: unit.phone,
            reason,
            byName: call.caller.name,
            at: call.now,
            declined: null,
          },
        }
      },
      text: `请${unit.name}接手：${reason}。没接之前还是我们负责`,
      words: { office: { title: '有一件事请你们接手', hint: '看一看，接或者说明为什么不接' } },
    })
  },
})
