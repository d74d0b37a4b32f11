import { action } from '../../core/kernel/action'
import { dutyNotice, stepDuty } from '../roster/duty'
import { answerSwapInput, answerSwapOutput } from '../schema/roster'
import { EVERYBODY } from '../../core/kernel/roles'

export const answerSwap = action({
  summary: '答应换班，或者不换；请人换的也可以收回',
  by: EVERYBODY,
  scope: 'involved',
  input: answerSwapInput,
  output: answerSwapOutput,
  run: (call, { id, agree }) =>
    stepDuty(call, id, {
      action: agree ? 'agreeSwap' : 'declineSwap',
      set: ({ staff, swap }) =>
        agree && swap ? { staff: swap, swap: null } : { swap: null, staff },
      text: agree ? '答应换班' : '不换了',
      tell: (duty, cause) =>
        duty.parties
          .filter((account) => account !== call.caller.id)
          .map((account) =>
            dutyNotice(
              duty,
              { ...duty.staff, account },
              agree ? '换班换好了' : '换班没换成',
              agree ? `由${duty.staff.name}值` : `还是${duty.staff.name}值`,
              cause,
              call.now,
            ),
          ),
    }),
})
