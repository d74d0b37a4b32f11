/** What a case says about everything that did not happen to it. */
import type { CaseDetail } from '../../../miniprogram/services/case'

export const PLAIN_CASE = {
  via: 'phone',
  coApplicants: [],
  linkedTo: null,
  missing: [],
  supplement: null,
  acceptedHow: null,
  promise: null,
  refusal: null,
  extension: null,
  transfer: null,
  partners: [],
  survey: null,
  publicity: null,
  authorised: null,
  originals: [],
  carry: null,
  external: [],
  platformNumber: null,
  days: { ours: 0, county: 0, total: 0 },
  opinions: [],
  priority: null,
  deceased: false,
  delivery: null,
  trips: 0,
} satisfies Partial<CaseDetail>

export const PLAIN_CLOCK = {
  startOn: '2026-11-17',
  extendedDays: 0,
  pauses: [],
  explanation: [],
}
