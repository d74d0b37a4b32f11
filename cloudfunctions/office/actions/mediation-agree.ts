import { action } from '../../core/kernel/action'
import { seal } from '../../core/kernel/crypto'
import { AppError } from '../../core/kernel/errors'
import { CONFIRMATION_DAYS } from '../../core/domain/flows/mediation'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import { takeMediationStep } from '../mediations'
import { mediationAgreeInput, mediationAgreeOutput } from '../schema/mediation'

export const mediationAgree = action({
  summary: '达成协议：书面或口头，谁做什么、哪天前做到',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'ownMediations',
  input: mediationAgreeInput,
  output: mediationAgreeOutput,
  run: (call, { id, form, text, performBy }) => {
    const on = businessDate(call.now)
    if (performBy !== undefined && performBy < on) {
      throw new AppError('INVALID_INPUT', '哪天前做到，要从今天起选。请重新选日子。', {
        fields: { performBy: '从今天起' },
      })
    }
    return takeMediationStep(call, id, {
      action: 'mediationAgree',
      facts: () => ({ text }),
      said: () => (form === 'written' ? '签了书面协议' : '口头谈好了'),
      set: () => ({
        agreement: {
          form,
          text: seal(text),
          on,
          performBy: performBy ?? null,
          confirmBy: addDays(on, CONFIRMATION_DAYS),
        },
      }),
    })
  },
})
