/** 办件 */
import type { Input, Output } from '../../typings/wire'
import { call } from './call'

export type Submission = Input<'case', 'submit'>
export type Receipt = Output<'case', 'submit'>['case']
export type ListedCase = Output<'case', 'mine'>['cases'][number]
export type CaseDetail = Output<'case', 'detail'>['case']
export type TrackedCase = Output<'case', 'track'>['case']

export const CASES_KEY = 'cases'
export const caseKey = (id: string): string => `case:${id}`

export const fetchCases = (cursor?: string): Promise<Output<'case', 'mine'>> =>
  call('case', 'mine', cursor === undefined ? {} : { cursor })

export async function fetchCase(id: string): Promise<CaseDetail> {
  return (await call('case', 'detail', { id })).case
}

/** 问一句: kept with the matter, told to whoever has it. */
export async function ask(id: string, text: string, requestId: string): Promise<void> {
  await call('case', 'ask', { id, text, requestId })
}

/** 催一下: once a day. */
export async function urge(id: string, requestId: string): Promise<void> {
  await call('case', 'urge', { id, requestId })
}

export async function track(number: string, code: string): Promise<TrackedCase> {
  return (await call('case', 'track', { number, code })).case
}

export type Notice = Output<'case', 'publicized'>['notices'][number]
export type EarlierPaper = Output<'case', 'earlierPapers'>['papers'][number]

/** What only the person concerned decides: stop it, open it again, let somebody act for them. */
export type OwnStep = 'withdraw' | 'reopen' | 'authorise'

const OWN_STEPS: Readonly<
  Record<OwnStep, (id: string, requestId: string, reason: string) => Promise<unknown>>
> = {
  withdraw: (id, requestId, reason) =>
    call('case', 'withdraw', { id, requestId, ...(reason ? { reason } : {}) }),
  reopen: (id, requestId, reason) => call('case', 'reopen', { id, requestId, reason }),
  authorise: (id, requestId) => call('case', 'authorise', { id, requestId, how: 'phone' }),
}

export async function takeOwnStep(
  step: OwnStep,
  id: string,
  requestId: string,
  reason: string,
): Promise<void> {
  await OWN_STEPS[step](id, requestId, reason)
}

/** 认领: what window or agent handed in for me comes onto my phone. */
export async function join(number: string, code: string, requestId: string): Promise<string> {
  return (await call('case', 'join', { number, code, requestId })).case.id
}

/** 以前交过的: papers of this person that may be used once more. */
export async function earlierPapers(code: string, name: string): Promise<EarlierPaper[]> {
  return (await call('case', 'earlierPapers', { code, name })).papers
}

/** 公示栏 */
export async function notices(): Promise<Notice[]> {
  return (await call('case', 'publicized', {})).notices
}

export async function object(objection: Input<'case', 'object'>): Promise<void> {
  await call('case', 'object', objection)
}
