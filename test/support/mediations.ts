/** 调解 in tests: between two parties of the sample village, up to a state. */
import type { MediationState } from '../../cloudfunctions/core/domain/flows/mediation'
import type { Output } from '../../typings/wire'
import type { LocalCloud } from './local-cloud'
import { newRequest } from './people'

export type Mediation = Output<'office', 'mediation'>['mediation']

export const MEDIATOR = 'demo-cadre-sf'

export const QUARREL = {
  kind: 'neighbour',
  summary: '两家为屋后水沟吵了半年',
  parties: [{ name: '覃老三', phone: '0736-0000777' }, { name: '龚满秀' }],
}

export const mediationStep = async (
  cloud: LocalCloud,
  action: string,
  id: string,
  content: Record<string, unknown> = {},
  openid = MEDIATOR,
): Promise<Mediation> => {
  const input = { id, requestId: newRequest(), ...content }
  return (await cloud.ok<{ mediation: Mediation }>(openid, `office.${action}`, input)).mediation
}

const WAY: readonly (readonly [MediationState, string, Record<string, unknown>])[] = [
  ['asking', 'mediationConsent', { party: '甲方', given: true }],
  ['talking', 'mediationConsent', { party: '乙方', given: true }],
  ['agreed', 'mediationAgree', { form: 'oral', text: '水沟让出一尺', performBy: '2026-12-10' }],
  ['performed', 'mediationPerform', { done: true, text: '水沟挖好了' }],
]

export async function mediationIn(
  cloud: LocalCloud,
  state: MediationState = 'asking',
  openid = MEDIATOR,
): Promise<Mediation> {
  const input = { ...QUARREL, requestId: newRequest() }
  let { mediation } = await cloud.ok<{ mediation: Mediation }>(openid, 'office.mediation', input)
  for (const [to, action, content] of WAY) {
    if (state === 'asking') break
    mediation = await mediationStep(cloud, action, mediation.id, content, openid)
    if (to === state) break
  }
  return mediation
}
