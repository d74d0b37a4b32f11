import { action } from '../../core/kernel/action'
import { businessDate, daysBetween } from '../../../miniprogram/shared/dates'
import { takeMediationStep } from '../mediations'
import { mediationConfirmInput, mediationConfirmOutput } from '../schema/mediation'

export const mediationConfirm = action({
  summary: '记司法确认：双方一起向法院申请了，协议30天内有效',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'ownMediations',
  input: mediationConfirmInput,
  output: mediationConfirmOutput,
  run: (call, { id }) =>
    takeMediationStep(call, id, {
      action: 'mediationConfirm',
      facts: ({ agreement }) => ({
        daysSinceAgreement: agreement ? daysBetween(agreement.on, businessDate(call.now)) : 0,
      }),
      said: () => '双方一起申请了司法确认',
      set: () => ({ confirmedOn: businessDate(call.now) }),
    }),
})
