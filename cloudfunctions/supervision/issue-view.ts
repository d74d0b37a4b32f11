import type { Caller } from '../core/kernel/caller'
import { unseal } from '../core/kernel/crypto'
import { ISSUE, ISSUE_ACTIONS, ISSUE_KINDS, ISSUE_STATES } from '../core/domain/flows/issue'
import { allowedActions } from '../core/domain/flows/flow'
import { ORDER_STATES } from '../core/domain/flows/order'
import type { IssueDocument } from '../core/store/documents/issue'
import type { MatterEvent } from '../core/store/documents/matter'
import type { OrderDocument } from '../core/store/documents/order'
import { businessDate } from '../../miniprogram/shared/dates'
import { issueRelations } from './issues'

/** What everybody may see who may see it at all: never who said it or about whom. */
const shared = (doc: IssueDocument) => ({
  id: doc._id,
  number: doc.number,
  kind: doc.kind,
  kindText: ISSUE_KINDS[doc.kind],
  text: unseal(doc.text),
  status: doc.state,
  statusText: ISSUE_STATES[doc.state],
  raisedOn: doc.raisedOn,
  dueOn: doc.dueOn,
})

const replyOf = ({ reply }: IssueDocument) => reply && { ...reply, at: reply.at.toISOString() }

/** For whoever raised it, and whoever has number and code. */
export const raisedView = (doc: IssueDocument) => ({
  ...shared(doc),
  reply: replyOf(doc),
  petition: doc.petition && {
    where: doc.petition.where,
    acceptBy: doc.petition.acceptBy,
    concludeBy: doc.petition.concludeBy,
  },
  canAskAgain: doc.state === 'answered',
  events: doc.log.filter(({ by }) => by !== 'system').map(eventView),
})

export const listedIssue = (doc: IssueDocument, now: Date) => ({
  ...shared(doc),
  villageId: doc.villageId,
  anonymous: doc.anonymous,
  overdue: doc.state === 'raised' && businessDate(now) > doc.dueOn,
})

export const issueView = (
  doc: IssueDocument,
  orders: readonly Pick<OrderDocument, '_id' | 'number' | 'unitName' | 'state' | 'dueOn'>[],
  caller: Caller,
  now: Date,
) => ({
  ...listedIssue(doc, now),
  byName: doc.byName,
  about: doc.about && { name: doc.about.name, post: doc.about.post },
  supervisorAlone: doc.watch !== 'station',
  petition: doc.petition && {
    where: doc.petition.where,
    acceptBy: doc.petition.acceptBy,
    concludeBy: doc.petition.concludeBy,
  },
  reply: replyOf(doc),
  orders: orders.map(({ _id, number, unitName, state, dueOn }) => ({
    id: _id,
    number,
    unitName,
    statusText: ORDER_STATES[state],
    dueOn,
  })),
  allowed: allowedActions(ISSUE, doc.state, issueRelations(caller, doc)),
  events: doc.log.map(eventView),
})

const VERBS: Readonly<Record<string, string>> = {
  raise: '反映',
  register: '登记',
  ...ISSUE_ACTIONS,
}

const eventView = (event: MatterEvent) => ({
  at: event.at.toISOString(),
  by: event.said?.byName ?? '',
  action: event.action,
  title: VERBS[event.action] ?? '',
  text: event.said?.text ?? '',
})
