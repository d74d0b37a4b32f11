import type { Caller } from '../core/kernel/caller'
import { allowedActions } from '../core/domain/flows/flow'
import { isOwed, ORDER, ORDER_ACTIONS, ORDER_STATES } from '../core/domain/flows/order'
import type { OrderAction } from '../core/domain/flows/order'
import type { MatterEvent } from '../core/store/documents/matter'
import type { OrderDocument } from '../core/store/documents/order'
import { businessDate } from '../../miniprogram/shared/dates'
import { orderRelations } from './orders'

/** An order in a list. */
export const listedOrder = (doc: OrderDocument, now: Date) => ({
  id: doc._id,
  number: doc.number,
  kind: doc.kind,
  origin: doc.origin.kind,
  unit: doc.unit,
  unitName: doc.unitName,
  task: doc.task,
  status: doc.state,
  statusText: ORDER_STATES[doc.state],
  issuedOn: doc.issuedOn,
  dueOn: doc.dueOn,
  overdue: isOwed(doc.state) && businessDate(now) > doc.dueOn,
})

export const orderView = (doc: OrderDocument, caller: Caller, now: Date) => ({
  ...listedOrder(doc, now),
  issuedBy: doc.issuedBy,
  holder: doc.holder && { name: doc.holder.name, post: doc.holder.post, phone: doc.holder.phone },
  answer: doc.answer && { ...doc.answer, at: doc.answer.at.toISOString() },
  feedback: doc.feedback,
  allowed: allowedActions(ORDER, doc.state, orderRelations(caller, doc)),
  events: doc.log.map(eventView),
})

const VERBS: Readonly<Record<string, string>> = { order: '交办', ...ORDER_ACTIONS }

const eventView = (event: MatterEvent) => ({
  at: event.at.toISOString(),
  by: event.said?.byName ?? '',
  action: event.action as OrderAction | 'order',
  title: VERBS[event.action] ?? '',
  text: event.said?.text ?? '',
})
