import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import { APPLICATION_STATES } from '../../core/domain/flows/application'
import type { CaseDocument } from '../../core/store/documents/case'
import { inboxInput, inboxOutput } from '../schema/read'
import { dueOf, warningFor } from '../deadlines'
import { allowedTo } from '../view'

const PAGE = 50

export const inbox = action({
  summary: '要我办的：最急的在前',
  by: ['agent', 'window', 'cadre', 'leader', 'head'],
  scope: 'workableCases',
  input: inboxInput,
  output: inboxOutput,
  run: async ({ scope, caller, now }, { cursor }) => {
    const { docs, next } = await page<CaseDocument, 'urgentAt'>(
      'cases',
      { ...scope, open: true },
      { field: 'urgentAt', cursor, direction: 'asc', size: PAGE },
    )
    return {
      tasks: docs.map((doc) => ({
        id: doc._id,
        caseId: doc._id,
        number: doc.number,
        itemCode: doc.itemCode,
        itemName: doc.itemName,
        applicantName: doc.applicant.name,
        villageId: doc.villageId,
        status: doc.state,
        statusText: APPLICATION_STATES[doc.state],
        dueDate: dueOf(doc),
        warning: warningFor(doc, now),
        allowed: allowedTo(doc, caller, now),
        carry: carriedBy(doc),
        originals: doc.originals
          .filter(({ returnedOn }) => returnedOn === null)
          .map((original) => original.name),
      })),
      next,
    }
  },
})

/** What the agent still has to bring to the township. */
const carriedBy = ({ carry, materials }: CaseDocument) =>
  carry?.doneOn === null
    ? {
        dueOn: carry.dueOn,
        papers: materials.filter(({ inHand }) => inHand).map(({ name }) => name),
      }
    : null
