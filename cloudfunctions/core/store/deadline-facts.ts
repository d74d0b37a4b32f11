import type { CaseDocument } from './documents/case'

/** With the days of an extension, which count once the head has granted it. */
export const deadlineFactsOf = <Doc extends Pick<CaseDocument, 'extension'>>(
  doc: Doc,
): Doc & { readonly extendedDays: number } => ({
  ...doc,
  extendedDays: doc.extension?.state === 'granted' ? doc.extension.days : 0,
})
