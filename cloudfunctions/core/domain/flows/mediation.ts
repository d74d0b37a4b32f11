/**
 * 人民调解: voluntary from the first to the last day (人民调解法 3, 23): it begins when both agree to it
 * and ends when one no longer does. An agreement may be written or oral (28, 29), is watched until
 * it is performed (31), and may be confirmed by the court within 30 days (33).
 */
import { saysNothing } from '../answer'
import type { Flow, Refusal } from './flow'

export const MEDIATION_STATES = {
  asking: '问双方愿不愿意',
  talking: '正在调解',
  agreed: '谈成了，看着履行',
  performed: '履行完了',
  ended: '没调成',
} as const

export type MediationState = keyof typeof MEDIATION_STATES

export const MEDIATION_ACTIONS = {
  mediationConsent: '记愿不愿意',
  mediationNote: '记一次调解',
  mediationAgree: '达成协议',
  mediationFail: '调解不成',
  mediationPerform: '回访履行',
  mediationConfirm: '记司法确认',
  remindConfirmation: '提醒司法确认',
  remindPerformance: '提醒回访',
} as const

export type MediationAction = keyof typeof MEDIATION_ACTIONS

/** 人民调解法 33: both together, within this many days from the agreement. */
export const CONFIRMATION_DAYS = 30

export interface MediationFacts {
  readonly text: string
  /** A party does not want it, or not any more. */
  readonly refused: boolean
  /** Every party has said yes. */
  readonly allAgree: boolean
  /** What was agreed has been done. */
  readonly done: boolean
  /** Calendar days since the agreement. */
  readonly daysSinceAgreement: number
}

const said =
  (message: string) =>
  (facts: MediationFacts): Refusal | null =>
    saysNothing(facts.text) ? { code: 'REPLY_REQUIRED', message } : null

const refused = (facts: MediationFacts): Refusal | null =>
  facts.refused
    ? null
    : {
        code: 'ACTION_NOT_ALLOWED',
        message: '双方都同意了，正在调解。有人不愿意了，请选“不愿意”。',
      }

export const MEDIATION: Flow<MediationState, MediationAction, MediationFacts> = {
  name: '调解',
  states: MEDIATION_STATES,
  actions: MEDIATION_ACTIONS,
  initial: 'asking',
  final: ['performed', 'ended'],
  rows: [
    {
      from: ['asking', 'talking'],
      action: 'mediationConsent',
      to: 'ended',
      by: ['handler'],
      guard: refused,
      effects: ['close'],
    },
    {
      from: ['asking'],
      action: 'mediationConsent',
      to: 'talking',
      by: ['handler'],
      guard: ({ allAgree }) =>
        allAgree
          ? null
          : { code: 'CONSENT_REQUIRED', message: '还有人没表态。请问过每一方再开始。' },
    },
    { from: ['asking'], action: 'mediationConsent', by: ['handler'] },
    {
      from: ['talking'],
      action: 'mediationNote',
      by: ['handler'],
      guard: said('请写一句这次谈了什么、约好下次哪天。'),
    },
    {
      from: ['talking'],
      action: 'mediationAgree',
      to: 'agreed',
      by: ['handler'],
      guard: said('请写清楚双方谈好了什么、谁做什么、哪天前做到。'),
    },
    {
      from: ['talking'],
      action: 'mediationFail',
      to: 'ended',
      by: ['handler'],
      guard: said('请写明为什么没调成，告诉双方还能怎么办。'),
      effects: ['close'],
    },
    {
      from: ['agreed'],
      action: 'mediationPerform',
      to: 'performed',
      by: ['handler'],
      guard: (facts) =>
        facts.done
          ? said('请写一句做到了什么。')(facts)
          : { code: 'ACTION_NOT_ALLOWED', message: '还没做到。请写明差什么、下次哪天再看。' },
      effects: ['close'],
    },
    {
      from: ['agreed'],
      action: 'mediationPerform',
      by: ['handler'],
      guard: said('请写明差什么、下次哪天再看。'),
    },
    {
      from: ['agreed'],
      action: 'mediationConfirm',
      by: ['handler'],
      guard: ({ daysSinceAgreement }) =>
        daysSinceAgreement > CONFIRMATION_DAYS
          ? {
              code: 'TOO_LATE',
              message: '协议过了30天，不能一起申请司法确认了。请告诉双方：不履行可以起诉。',
            }
          : null,
    },
    { from: ['agreed'], action: 'remindConfirmation', by: ['system'], effects: ['tell:holder'] },
    { from: ['agreed'], action: 'remindPerformance', by: ['system'], effects: ['tell:holder'] },
  ],
}

export const MEDIATION_KINDS = {
  neighbour: '邻里',
  land: '土地山林',
  family: '婚姻家庭',
  debt: '欠债',
  damage: '损害赔偿',
  other: '别的',
} as const

export type MediationKind = keyof typeof MEDIATION_KINDS

/** Parties are called by these: a name is nobody's business but the mediator's. */
const STEMS = '甲乙丙丁戊己庚辛壬癸'

export const MOST_PARTIES = STEMS.length

export const partyLabel = (index: number): string => `${STEMS.charAt(index)}方`
