/** 预警、停电断网、责任追究、三个一样. */
import type { Input, Output } from '../../typings/wire'
import { call } from './call'

export type Warnings = Output<'supervision', 'warnings'>
export type Warning = Warnings['warnings'][number]
export type Outages = Output<'supervision', 'outages'>
export type Accountability = Output<'supervision', 'accountability'>
export type AccountabilityRecord = Accountability['records'][number]
export type Fairness = Output<'supervision', 'fairness'>

export const WARNINGS_KEY = 'warnings'
export const OUTAGES_KEY = 'outages'
export const ACCOUNTABILITY_KEY = 'accountability'
export const fairnessKey = (month: string): string => `fairness:${month}`

export const fetchWarnings = (cursor?: string): Promise<Warnings> =>
  call('supervision', 'warnings', cursor === undefined ? {} : { cursor })

export const fetchOutages = (): Promise<Outages> => call('supervision', 'outages', {})

export async function registerOutage(input: Input<'supervision', 'registerOutage'>): Promise<void> {
  await call('supervision', 'registerOutage', input)
}

export const fetchAccountability = (): Promise<Accountability> =>
  call('supervision', 'accountability', {})

export async function registerAccountability(
  input: Input<'supervision', 'registerAccountability'>,
): Promise<void> {
  await call('supervision', 'registerAccountability', input)
}

export const fetchFairness = (month: string): Promise<Fairness> =>
  call('supervision', 'fairness', { month })

/** What is written for an appeal, or for the answer to one. */
export interface AppealForm {
  readonly text: string
  /** Null while it is an appeal and not an answer. */
  readonly stands: boolean | null
}

type About = 'warning' | 'accountability'

export async function appealOrJudge(
  about: About,
  id: string,
  requestId: string,
  { text, stands }: AppealForm,
): Promise<void> {
  if (stands === null) {
    const appeal = { id, text, requestId }
    await (about === 'warning'
      ? call('supervision', 'appealWarning', appeal)
      : call('supervision', 'appealAccountability', appeal))
    return
  }
  const judgement = { id, stands, reason: text, requestId }
  await (about === 'warning'
    ? call('supervision', 'judgeWarning', judgement)
    : call('supervision', 'judgeAccountability', judgement))
}
