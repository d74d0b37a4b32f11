/** What a matter does by itself when it is time: one step of its flow, then what is left to send. */
import { hashId } from '../../core/kernel/hash'
import { applyStep } from '../../core/kernel/step'
import type { Actor, MatterKind, Step } from '../../core/kernel/step'
import type { DueCollection } from '../../core/store/due'
import type { Matter } from '../../core/store/documents/matter'
import { sendNotices } from './notices'

export const SYSTEM: Actor = { id: 'system', name: '到期提醒', relations: ['system'] }

/** A kind of matter that knows when it is due, in a collection that `jobs` looks through. */
export type TimedKind<
  Doc extends Matter,
  State extends string,
  Action extends string,
  Facts,
> = MatterKind<Doc, State, Action, Facts> & {
  readonly collection: DueCollection
  readonly dueAt: (doc: Doc) => Date | undefined
}

/**
 * Twice or late changes nothing: a step belongs to the moment at which it was due, and to the matter
 * as it stood, because several may be due at one moment.
 */
export async function onTime<
  Doc extends Matter,
  State extends string,
  Action extends string,
  Facts,
>(
  kind: TimedKind<Doc, State, Action, Facts>,
  doc: Doc,
  now: Date,
  stepOf: (doc: Doc) => Step<Doc, State, Action, Facts>,
): Promise<void> {
  const due = kind.dueAt(doc)
  let current = doc
  if (due && due <= now) {
    const step = stepOf(doc)
    const key = hashId(doc._id, step.action, due, doc.v)
    const after = await applyStep(kind, doc, SYSTEM, { key, content: key }, now, step)
    // Somebody moved it at this moment: still due, so the next tick looks again.
    if (!after) return
    current = after
  }
  await sendNotices(kind.collection, current, now, (left) => kind.dueAt(left))
}
