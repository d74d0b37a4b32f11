import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import type { MediationDocument, Party } from '../../core/store/documents/mediation'
import { businessDate } from '../../../miniprogram/shared/dates'
import { takeMediationStep } from '../mediations'
import { mediationConsentInput, mediationConsentOutput } from '../schema/mediation'

export const mediationConsent = action({
  summary: '记一方愿不愿意：都愿意才开始，有一方不愿意就结束（人民调解法）',
  by: ['agent', 'window', 'cadre', 'leader'],
  scope: 'ownMediations',
  input: mediationConsentInput,
  output: mediationConsentOutput,
  run: (call, { id, party, given }) => {
    const answered = ({ parties }: MediationDocument): Party[] => {
      if (!parties.some(({ label }) => label === party)) throw notFound('这一方')
      const consent = given ? ('given' as const) : ('refused' as const)
      return parties.map((one) =>
        one.label === party ? { ...one, consent, consentAt: call.now } : one,
      )
    }
    return takeMediationStep(call, id, {
      action: 'mediationConsent',
      facts: (doc) => ({
        refused: !given,
        allAgree: answered(doc).every(({ consent }) => consent === 'given'),
      }),
      said: () => (given ? `${party}愿意` : `${party}不愿意，调解结束`),
      set: (doc, to) => ({
        parties: answered(doc),
        ...(to === 'ended' ? { open: false, endedOn: businessDate(call.now) } : {}),
      }),
    })
  },
})
