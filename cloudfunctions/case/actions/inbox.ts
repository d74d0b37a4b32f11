import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import { APPLICATION_STATES } from '../../core/domain/flows/application'
import type { CaseDocument } from '../../core/store/documents/case'
import { inboxInput, inboxOutput } from '../schema/read'
import { dueOf, warningFor } from '../deadlines'
import { allowedTo } from '../view'

const PAGE = 50

export const inbox = action({
  summary: '要我办的：急事先办，其余最急的在前',
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
      tasks: urgentFirst(docs).map((doc) => ({
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
        priority: doc.priority?.reason ?? null,
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

/** 急事先办; the others in the order in which they are due. */
const urgentFirst = (docs: readonly CaseDocument[]): CaseDocument[] => [
  ...docs.filter(({ priority }) => priority !== null),
  ...docs.filter(({ priority }) => priority === null),
]

/** What the agent still has to bring to the township. */
const carriedBy = ({ carry, materials }: CaseDocument) =>
  carry?.doneOn === null
    ? {
        dueOn: carry.dueOn,
        papers: materials.filter(({ inHand }) => inHand).map(({ name }) => name),
      }
    : null
