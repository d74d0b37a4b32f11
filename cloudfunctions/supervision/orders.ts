/** 交办单: how one is issued, moves and is told about. */
import type { KnownCall } from '../core/kernel/action'
import { unitsOf } from '../core/kernel/caller'
import type { Caller } from '../core/kernel/caller'
import { AppError, notFound } from '../core/kernel/errors'
import { dispatch, notice } from '../core/kernel/notices'
import { takeStep } from '../core/kernel/step'
import type { MatterKind, Step } from '../core/kernel/step'
import { endOfDay } from '../core/domain/deadline'
import type { Effect, Relation } from '../core/domain/flows/flow'
import { watchersOf } from '../core/domain/issue-watch'
import type { Watch } from '../core/domain/issue-watch'
import { isOwed, ORDER, orderNumber } from '../core/domain/flows/order'
import type { OrderAction, OrderFacts, OrderKind, OrderState } from '../core/domain/flows/order'
import { create } from '../core/store/commit'
import { DuplicateError, find, findOne } from '../core/store/database'
import type { DepartmentDirectory } from '../core/store/documents/catalog'
import type { Notice, Recipient } from '../core/store/documents/matter'
import type { OrderDocument, OrderOrigin } from '../core/store/documents/order'
import { newMatter } from '../core/store/new-matter'
import { addDays, businessDate, instantOf, spokenDate } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'

/** Orders issued at the same moment want the same number: each takes the next one in turn. */
const MOST_NUMBERS = 20
/** Longer tasks are split; a day next year would be forgotten. */
const LONGEST_DAYS = 180

export const ORDERS = {
  collection: 'orders',
  flow: ORDER,
  what: '这张交办单',
  relations: orderRelations,
  dueAt: orderDueAt,
} as const satisfies MatterKind<OrderDocument, OrderState, OrderAction, OrderFacts>

export function orderRelations(caller: Caller, { unit }: OrderDocument): Relation[] {
  const relations: Relation[] = []
  if (unitsOf(caller).includes(unit)) relations.push('handler')
  if (caller.roles.includes('leader')) relations.push('leader')
  if (caller.roles.includes('supervisor')) relations.push('supervisor')
  return relations
}

/** 到期提醒: in the morning of the last day, and in the morning after it. */
export function orderDueAt({ state, reminded, dueOn }: OrderDocument): Date | undefined {
  if (!isOwed(state) || reminded === 2) return undefined
  return instantOf(addDays(dueOn, reminded), '08:00')
}

export interface NewOrder {
  readonly kind: OrderKind
  readonly origin: { readonly kind: OrderOrigin; readonly id: string | null }
  readonly unit: string
  readonly task: string
  readonly dueOn: BusinessDate
  readonly watch: Watch
  /** Whom the matter behind it is about: they never get it, neither does a unit they work in. */
  readonly hiddenFrom: readonly string[]
}

/** What an order needs to know of the call behind it. */
type Issuing = Pick<KnownCall, 'township' | 'now' | 'request'> & {
  readonly caller: Pick<Caller, 'id' | 'name'>
}

/**
 * Issues an order under the next number of its kind and year, and tells the unit. Three requests;
 * a repeat of the same call gets the order that is there.
 *
 * @throws AppError `NOT_FOUND` for a unit that does not exist, `INVALID_INPUT` for a day that has
 *   passed or lies more than half a year ahead.
 */
export async function issueOrder(call: Issuing, content: NewOrder): Promise<OrderDocument> {
  const { township, now } = call
  checkDue(content.dueOn, now)
  const year = Number(businessDate(now).slice(0, 4))
  const [directory, last] = await Promise.all([
    findOne<DepartmentDirectory>('directory', { _id: `${township}:departments`, township }),
    lastNumber(township, content.kind, year),
  ])
  const unitName = directory?.departments.find(({ id }) => id === content.unit)?.name
  if (unitName === undefined) throw notFound('这个单位')
  for (let seq = last + 1; ; seq++) {
    try {
      const { doc, repeated } = await create(
        'orders',
        newOrder(call, content, { unitName, year, seq }),
      )
      if (!repeated) await dispatch('orders', doc, doc.out, now)
      return doc
    } catch (error) {
      if (!(error instanceof DuplicateError) || seq - last === MOST_NUMBERS) throw error
    }
  }
}

/** @throws AppError `INVALID_INPUT` for a day that has passed or lies too far ahead. */
export function checkDue(dueOn: BusinessDate, now: Date): void {
  const today = businessDate(now)
  if (dueOn >= today && dueOn <= addDays(today, LONGEST_DAYS)) return
  throw new AppError('INVALID_INPUT', '期限不对：从今天起，最多半年。请重新选日子。', {
    fields: { dueOn: '从今天起，最多半年' },
  })
}

async function lastNumber(township: string, kind: OrderKind, year: number): Promise<number> {
  const [last] = await find<Pick<OrderDocument, 'seq'>>(
    'orders',
    { township, kind, year },
    { order: [['seq', 'desc']], limit: 1, projection: { seq: 1 } },
  )
  return last?.seq ?? 0
}

function newOrder(
  call: Issuing,
  { kind, origin, unit, task, dueOn, watch, hiddenFrom }: NewOrder,
  { unitName, year, seq }: { unitName: string; year: number; seq: number },
): OrderDocument {
  const { now, caller, request } = call
  return newMatter<OrderDocument>(
    call,
    { action: 'order', state: ORDER.initial, text: task },
    {
      kind,
      year,
      seq,
      number: orderNumber(kind, year, seq),
      origin,
      unit,
      unitName,
      task,
      issuedOn: businessDate(now),
      issuedBy: caller.name,
      dueOn,
      dueAt: endOfDay(dueOn),
      open: true,
      holder: null,
      answer: null,
      closedOn: null,
      feedback: null,
      reminded: 0,
      watch,
      hiddenFrom,
    },
    { dueAt: orderDueAt, tell: (doc) => [tellUnit(doc, '来了交办单', request.key, now)] },
  )
}

/** One step of an order; what is said of it to whom follows from the table. */
export function takeOrderStep(
  call: KnownCall,
  id: string,
  step: {
    readonly action: OrderAction
    readonly text?: string
    readonly said: string
    readonly set?: (doc: OrderDocument) => Partial<OrderDocument>
    readonly title?: string
  },
): Promise<OrderDocument> {
  const { action, text = '', said, set, title = '' } = step
  return takeStep(ORDERS, call, id, orderStep(action, { text, said, set, title }, call.now))
}

export function orderStep(
  action: OrderAction,
  {
    text,
    said,
    set,
    title,
  }: {
    readonly text: string
    readonly said: string
    readonly set?: ((doc: OrderDocument) => Partial<OrderDocument>) | undefined
    readonly title: string
  },
  now: Date,
): Step<OrderDocument, OrderState, OrderAction, OrderFacts> {
  return {
    action,
    facts: (doc) => ({ text, answer: doc.answer?.text ?? '' }),
    change: (doc) => ({ set: set?.(doc) ?? {}, text: said }),
    tell: (after, effects, cause) => orderNotices(after, effects, cause, title, now),
  }
}

function orderNotices(
  doc: OrderDocument,
  effects: readonly Effect[],
  cause: string,
  title: string,
  now: Date,
): Notice[] {
  const tells = (audience: 'unit' | 'leader' | 'supervisor') => effects.includes(`tell:${audience}`)
  const watchers = watchersOf(doc.watch).filter(tells)
  return [
    ...(tells('unit') ? [tellUnit(doc, title, cause, now)] : []),
    ...watchers.map((role) => orderNotice(doc, { role }, title, cause, now)),
  ]
}

/** Whoever signed for it, else the unit. */
function tellUnit(doc: OrderDocument, title: string, cause: string, now: Date): Notice {
  const to = doc.holder?.account ? { account: doc.holder.account } : { unit: doc.unit }
  return orderNotice(doc, to, title, cause, now)
}

/** Without the task itself: what is behind it may be meant for few. */
const orderNotice = (
  doc: OrderDocument,
  to: Recipient,
  title: string,
  cause: string,
  now: Date,
): Notice =>
  notice(cause, now, {
    to,
    template: 'task',
    title,
    text: `${doc.number}，${doc.unitName}，${spokenDate(doc.dueOn)}前回复。点开看。`,
    target: `/packages/affairs/matter/matter?kind=order&id=${doc._id}`,
    values: { matter: doc.number, place: doc.unitName, by: `${doc.dueOn} 17:30`, hint: title },
  })
