/** What the access matrix sends to 调解 and 接待咨询, and the documents it aims at. */
import type { MediationState } from '../../cloudfunctions/core/domain/flows/mediation'
import { mediationIn, QUARREL } from './mediations'
import type { OfficeSample } from './office-samples'
import { CADRE, LEADER, newRequest, SUPERVISOR, WINDOW } from './people'

const mediation = (
  state: MediationState,
  content: object,
  inside: readonly string[] = [CADRE],
): OfficeSample => ({
  input: ({ officeId }) => ({ id: officeId, requestId: newRequest(), ...content }),
  target: true,
  make: async (cloud) => (await mediationIn(cloud, state, CADRE)).id,
  collection: 'mediations',
  inside,
})

export const MEDIATION_SAMPLES: Readonly<Record<string, OfficeSample>> = {
  'office.consultation': {
    input: () => ({ topic: 'land', outcome: 'answered', requestId: newRequest() }),
  },
  'office.consultations': { input: () => ({}) },
  'office.callBack': {
    input: ({ officeId }) => ({ id: officeId, text: '打过了', requestId: newRequest() }),
    target: true,
    make: async (cloud) => {
      const { consultation } = await cloud.ok<{ consultation: { id: string } }>(
        WINDOW,
        'office.consultation',
        { topic: 'land', outcome: 'pending', callBack: '打给某人', requestId: newRequest() },
      )
      return consultation.id
    },
    collection: 'consultations',
    inside: [WINDOW],
  },
  'office.mediation': { input: () => ({ ...QUARREL, requestId: newRequest() }) },
  'office.mediations': { input: () => ({}) },
  'office.mediationDetail': mediation('asking', {}, [CADRE, LEADER, SUPERVISOR]),
  'office.mediationConsent': mediation('asking', { party: '甲方', given: true }),
  'office.mediationNote': mediation('talking', { text: '谈了一次' }),
  'office.mediationAgree': mediation('talking', { form: 'oral', text: '谈好了，让一尺' }),
  'office.mediationFail': mediation('talking', { text: '谈不拢，可以起诉' }),
  'office.mediationPerform': mediation('agreed', { done: true, text: '水沟挖好了' }),
  'office.mediationConfirm': mediation('agreed', {}),
}
