/**
 * 数工作日的日子: every kind of document that stores a day counted in working days. When the holidays
 * change, each of them is reckoned again; a new kind that counts working days belongs in this table.
 *
 * Not in it: a day that a person chose (交办单, a decision of the meeting, 整改 with a day of its own),
 * the calendar days of 信访 and 司法确认, and warnings, which are records of what was.
 */
import { reckonedDates, reckoningStep } from '../case/reckon'
import { APPLICATIONS, stepFor } from '../case/step'
import { calendarOf } from '../core/kernel/township-calendar'
import { hashId } from '../core/kernel/hash'
import { applyStep } from '../core/kernel/step'
import type { Actor, MatterKind, Step } from '../core/kernel/step'
import type { WorkCalendar } from '../core/domain/calendar'
import { endOfDay } from '../core/domain/deadline'
import { openAfter } from '../core/store/calendar'
import type { FindOptions, Query } from '../core/store/database'
import { readAgain, setNextDue } from '../core/store/due'
import type { DueCollection } from '../core/store/due'
import type { Matter } from '../core/store/documents/matter'
import { reckonedStage, reckoningStageStep } from '../rating/reckon'
import { RECTIFICATIONS } from '../rating/rectification'
import { ISSUES, reckonedAnswer, reckoningIssueStep } from '../supervision/issues'
import { CONSULTATIONS, remindingStep } from './consultations'
import { reckonedFix, reckoningFixStep, VENUE_CHECKS } from './venue/check'

export interface CountedDates {
  readonly collection: DueCollection
  /** Reckons the next documents after an id. Safe twice, late and in parallel. */
  readonly reckonAfter: (after: string, run: Reckoning) => Promise<Reckoned>
  /** How many days a calendar would move, and how many of them to a later day. */
  readonly preview: (
    township: string,
    calendar: WorkCalendar,
  ) => Promise<{ moved: number; later: number }>
}

export interface Reckoning {
  readonly actor: Actor
  readonly township: string
  readonly edition: string
  readonly limit: number
  readonly now: Date
}

export interface Reckoned {
  /** The last id that was looked at; null at the end of the collection. */
  readonly last: string | null
  /** How many could not be written: they do not hold up the others. */
  readonly left: number
}

interface Counting<Doc extends Matter, State extends string, Action extends string, Facts> {
  readonly kind: MatterKind<Doc, State, Action, Facts> & {
    readonly collection: DueCollection
    readonly dueAt: (doc: Doc) => Date | undefined
  }
  /** What is still waited for; an index has these fields and then `_id`. */
  readonly open: Query
  /** What is too long to be read for a look. */
  readonly without?: FindOptions['projection']
  /** The stored days by that calendar; null when they are right. */
  readonly reckoned: (doc: Doc, calendar: WorkCalendar) => Partial<Doc> | null
  /** The end of the last of these days. */
  readonly ends: (doc: Doc) => Date
  readonly step: (doc: Doc, fresh: Partial<Doc>, now: Date) => Step<Doc, State, Action, Facts>
}

export const COUNTED_DATES: readonly CountedDates[] = [
  // 承诺、一次性告知、补材料、代办三天、提醒B岗
  counted({
    kind: APPLICATIONS,
    open: { open: true },
    without: { log: 0, out: 0, materials: 0 },
    reckoned: reckonedDates,
    ends: ({ urgentAt }) => urgentAt,
    step: (doc, fresh, now) => stepFor(reckoningStep(doc, fresh), now, null),
  }),
  // 5个工作日答复
  counted({
    kind: ISSUES,
    open: { open: true },
    reckoned: reckonedAnswer,
    ends: ({ dueAt }) => dueAt,
    step: reckoningIssueStep,
  }),
  // 1个工作日打电话，15个工作日整改，5个工作日再问
  counted({
    kind: RECTIFICATIONS,
    open: { open: true },
    reckoned: reckonedStage,
    ends: ({ urgentAt }) => urgentAt,
    step: reckoningStageStep,
  }),
  // 八有缺的，10个工作日改好
  counted({
    kind: VENUE_CHECKS,
    open: { state: 'fixing' },
    reckoned: reckonedFix,
    ends: ({ fixBy, on }) => endOfDay(fixBy ?? on),
    step: reckoningFixStep,
  }),
  // 答应回的话，下一个工作日提醒：only the moment of the reminder is stored
  counted({
    kind: CONSULTATIONS,
    open: { open: true },
    reckoned: () => null,
    ends: ({ at }) => at,
    step: (_doc, _fresh, now) => remindingStep(now),
  }),
]

/** Somebody may take a step at the same moment. */
const MOST_TRIES = 3
const LOOK = 100

function counted<Doc extends Matter, State extends string, Action extends string, Facts>(
  counting: Counting<Doc, State, Action, Facts>,
): CountedDates {
  const { kind, open, without, reckoned, ends } = counting
  const { collection } = kind
  return {
    collection,
    reckonAfter: async (after, run) => {
      const { township, limit } = run
      const batch = await openAfter<Doc>(collection, { ...open, township }, after, { limit })
      let left = 0
      for (const doc of batch) if (!(await reckon(counting, doc, run))) left++
      return { last: batch.length === limit ? (batch.at(-1)?._id ?? null) : null, left }
    },
    preview: async (township, calendar) => {
      let [moved, later, after] = [0, 0, '']
      for (;;) {
        const scope = { ...open, township }
        const part = await openAfter<Doc>(collection, scope, after, { limit: LOOK, without })
        for (const doc of part) {
          const fresh = reckoned(doc, calendar)
          if (!fresh) continue
          moved++
          if (ends({ ...doc, ...fresh }) > ends(doc)) later++
        }
        if (part.length < LOOK) return { moved, later }
        after = part.at(-1)?._id ?? ''
      }
    },
  }
}

/** True when the document is right. */
async function reckon<Doc extends Matter, State extends string, Action extends string, Facts>(
  { kind, reckoned, step }: Counting<Doc, State, Action, Facts>,
  first: Doc,
  { actor, edition, now }: Reckoning,
): Promise<boolean> {
  try {
    let doc: Doc | undefined = first
    for (let tries = 0; doc && tries < MOST_TRIES; tries++) {
      if (kind.flow.final.includes(doc.state as State)) return true
      const fresh = reckoned(doc, calendarOf(doc.township))
      if (!fresh) {
        await remind(kind, doc, now)
        return true
      }
      const key = hashId('reckon', doc._id, edition, doc.v)
      const change = step(doc, fresh, now)
      if (await applyStep(kind, doc, actor, { key, content: key }, now, change)) return true
      doc = await readAgain<Doc>(kind.collection, doc)
    }
    return doc === undefined
  } catch (error) {
    const why = error instanceof Error ? error.stack : String(error)
    console.error(JSON.stringify({ job: 'reckon', in: kind.collection, id: first._id, error: why }))
    return false
  }
}

/** When it does something by itself; what is due or has notices left is looked at anyway. */
async function remind<Doc extends Matter>(
  kind: { readonly collection: DueCollection; readonly dueAt: (doc: Doc) => Date | undefined },
  doc: Doc,
  now: Date,
): Promise<void> {
  const { nextDueAt, out } = doc
  const due = kind.dueAt(doc)
  if (out.length > 0 || (nextDueAt && nextDueAt <= now) || +(due ?? 0) === +(nextDueAt ?? 0)) return
  await setNextDue(kind.collection, doc, due)
}
