/** A stored case as the guards of its flow see it. */
import type { ApplicationFacts } from '../core/domain/flows/application'
import type { CaseDocument } from '../core/store/documents/case'
import { businessDate, daysBetween } from '../../miniprogram/shared/dates'

/** The stored matter as the guards see it. */
export function factsOf(doc: CaseDocument, now: Date): ApplicationFacts {
  const missing = doc.supplements.at(-1)?.missing ?? []
  return {
    reply: doc.reply?.text ?? '',
    missing: missing.filter(({ givenAt }) => givenAt === null).length,
    noticed: doc.supplements.length > 0,
    exception: '',
    late: doc.lateSince !== null,
    spokeWith: '',
    withdrawnLate: doc.withdrawal === 'late',
    daysSinceEnd: doc.endedOn === null ? 0 : daysBetween(doc.endedOn, businessDate(now)),
    extension: doc.extension?.state ?? 'none',
    grants: false,
    transfer: doc.transfer?.state ?? 'none',
    joint: doc.mode === 'joint',
    opinionsMissing: doc.partners.filter(({ opinion }) => opinion === null).length,
    surveyed: doc.survey?.report !== null && doc.survey !== null,
    publicized: !publicityRequired(doc) || (doc.publicity?.ended ?? false),
    leaderOpinionsOpen: doc.opinions.filter(({ answer }) => answer === null).length,
    originalsOut: doc.originals.filter(({ returnedOn }) => returnedOn === null).length,
    authorised: doc.authorisation !== null,
    carrying: doc.carry?.doneOn === null,
    deceased: doc.deceased !== null,
    opened: doc.signedAt !== null,
    externalOpen: doc.external.filter(({ result }) => result === null).length,
    publicityOpen: doc.publicity?.ended === false,
  }
}

/** An item whose steps name a public notice after acceptance. */
const publicityRequired = (doc: CaseDocument): boolean =>
  doc.mode === 'joint' &&
  doc.steps.some(({ name }) => name.includes('公示') && !name.includes('之前'))

const WRITTEN = '写了'

/** As if everything that a person can still write were written: for what a page offers. */
export const offeredFacts = (doc: CaseDocument, now: Date): ApplicationFacts => ({
  ...factsOf(doc, now),
  reply: WRITTEN,
  exception: WRITTEN,
  spokeWith: WRITTEN,
})
