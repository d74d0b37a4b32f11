import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { dutyNotice, stepDuty } from '../roster/duty'
import { swapDutyInput, swapDutyOutput } from '../schema/roster'
import { EVERYBODY } from '../../core/kernel/roles'
import { findStaff, refOf } from '../staff'

export const swapDuty = action({
  summary: '换班：请一个人替您值，对方答应才算',
  by: EVERYBODY,
  scope: 'involved',
  input: swapDutyInput,
  output: swapDutyOutput,
  run: async (call, { id, toStaffId, reason }) => {
    const swap = refOf(await findStaff(call.township, toStaffId, '替您值班的人'))
    if (swap.account === call.caller.id) {
      throw new AppError('INVALID_INPUT', '不能和自己换，换一个人。', {
        fields: { toStaffId: '不能是自己' },
      })
    }
    return stepDuty(call, id, {
      action: 'swapDuty',
      set: ({ parties }) => ({ swap, parties: [...new Set([...parties, swap.account])] }),
      text: `请${swap.name}换班${reason ? `：${reason}` : ''}`,
      tell: (duty, cause) => [
        dutyNotice(duty, swap, '有人请您换班', '看看换不换', cause, call.now),
      ],
    })
  },
})
