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

export async function submit(submission: Submission): Promise<Receipt> {
  return (await call('case', 'submit', submission)).case
}

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
