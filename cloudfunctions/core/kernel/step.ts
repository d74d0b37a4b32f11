/**
 * One step of a matter, whatever its flow: read, check against the table, one conditional write,
 * tell people. Two round trips.
 */
import type { KnownCall } from './action'
import type { Caller } from './caller'
import { AppError, notFound } from './errors'
import { dispatch } from './notices'
import { transition } from '../domain/flows/flow'
import type { Effect, Flow, Relation } from '../domain/flows/flow'
import type { CollectionName } from '../store/collections'
import { commit, repeatOf } from '../store/commit'
import type { RequestKey } from '../store/commit'
import { findOne } from '../store/database'
import type { Query } from '../store/database'
import type { Matter, Notice } from '../store/documents/matter'
import { nextEvent } from '../store/events'

/** What all matters of one kind have in common. */
export interface MatterKind<
  Doc extends Matter,
  State extends string,
  Action extends string,
  Facts,
> {
  readonly collection: CollectionName
  readonly flow: Flow<State, Action, Facts>
  /** What it is called when it is not found, e.g. 这件事. */
  readonly what: string
  readonly relations: (caller: Caller, doc: Doc) => readonly Relation[]
  /** When it has something to do by itself, apart from its notices; undefined for never. */
  readonly dueAt?: (doc: Doc) => Date | undefined
}

/** What a step does to a matter, once the table allows it. */
export interface Change<Doc> {
  readonly set?: Partial<Doc>
  /** What the timeline says. */
  readonly text: string
}

export interface Step<Doc extends Matter, State extends string, Action extends string, Facts> {
  readonly action: Action
  /** What the guards look at, as it would stand after this step. */
  readonly facts: (doc: Doc) => Facts
  readonly change: (doc: Doc, moved: { to: State; effects: readonly Effect[] }) => Change<Doc>
  /** Notices of this step; `cause` names it, so that a repeat makes no second one. */
  readonly tell?: (after: Doc, effects: readonly Effect[], cause: string) => readonly Notice[]
}

/** Who does it: a person, or `system` when it is time. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly relations: readonly Relation[]
}

/**
 * A step by a person. Returns the matter as it stands afterwards; a repeated request gets what the
 * first one did.
 *
 * @throws AppError `NOT_FOUND` outside of the scope, what the flow refuses, `CONFLICT` with the
 *   fresh state (`view`) when somebody else was first.
 */
export async function takeStep<
  Doc extends Matter,
  State extends string,
  Action extends string,
  Facts,
>(
  kind: MatterKind<Doc, State, Action, Facts>,
  call: KnownCall,
  id: string,
  step: Step<Doc, State, Action, Facts>,
  view?: (fresh: Doc) => unknown,
): Promise<Doc> {
  const { scope, caller, now, request } = call
  const doc = await readMatter<Doc>(kind, scope, id)
  const first = asAnswered(doc, request)
  if (first) return first
  const actor = { id: caller.id, name: caller.name, relations: kind.relations(caller, doc) }
  const after = await applyStep(kind, doc, actor, request, now, step)
  if (after) return after
  const fresh = await readMatter<Doc>(kind, scope, id)
  const repeated = asAnswered(fresh, request)
  if (repeated) return repeated
  throw new AppError('CONFLICT', '这件事刚刚有别人动过，您写的没有保存。请看看最新情况再办。', {
    retryable: true,
    ...(view ? { data: view(fresh) } : {}),
  })
}

async function readMatter<Doc extends Matter>(
  kind: { readonly collection: CollectionName; readonly what: string },
  scope: Query,
  id: string,
): Promise<Doc> {
  const doc = await findOne<Doc>(kind.collection, { ...scope, _id: id })
  if (!doc) throw notFound(kind.what)
  return doc
}

/** The matter as the first sending of this request left it, or null when it is new. */
function asAnswered<Doc extends Matter>(doc: Doc, request: RequestKey): Doc | null {
  const repeat = repeatOf(doc.log, request)
  return repeat && { ...doc, state: repeat.to }
}

/**
 * The step itself, by whoever it is; null when the matter changed since it was read.
 *
 * @throws AppError with what the flow refuses.
 */
export async function applyStep<
  Doc extends Matter,
  State extends string,
  Action extends string,
  Facts,
>(
  kind: MatterKind<Doc, State, Action, Facts>,
  doc: Doc,
  actor: Actor,
  request: RequestKey,
  now: Date,
  step: Step<Doc, State, Action, Facts>,
): Promise<Doc | null> {
  const moved = transition(
    kind.flow,
    doc.state as State,
    step.action,
    actor.relations,
    step.facts(doc),
  )
  if (!moved.ok) {
    const { code, message } = moved.refusal
    throw new AppError(code, message)
  }
  const { set = {}, text } = step.change(doc, moved)
  const event = nextEvent(doc, {
    at: now,
    by: actor.id,
    byName: actor.name,
    action: step.action,
    to: moved.to,
    text,
    ...request,
  })
  const next = { ...doc, ...set, state: moved.to, v: doc.v + 1, log: [...doc.log, event] }
  const out = step.tell?.(next, moved.effects, `${doc._id}:${String(event.n)}`) ?? []
  const after = { ...next, out: [...doc.out, ...out] }
  const written = await commit(kind.collection, doc, {
    set: set,
    event,
    out,
    nextDueAt: kind.dueAt?.(after),
  })
  if (!written) return null
  await dispatch(kind.collection, doc, out, now)
  return after
}
