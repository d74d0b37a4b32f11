import type { CaseDetail, TrackedCase } from '../../services/case'
import { businessDate, relativeDate, spokenTime, wallTime } from '../../shared/dates'
import { paperPicture } from '../../shared/papers'
import { isOpen, matterSentence, matterTag, nextStep, pathOf } from '../../shared/matter-words'

import { notesOf } from './notes'
import { toBring } from './supplement/view'
import { waysOf } from './ways'

export type MatterView = ReturnType<typeof matterView>

interface Line {
  readonly key: string
  readonly title: string
  readonly text: string
  readonly when: string
}

const UNCOUNTED: readonly string[] = ['supplement', 'refused', 'withdrawn']

/** Everything that a matter's page shows; `TrackedCase` has no person in it. */
export function matterView(matter: TrackedCase & Partial<CaseDetail>, now = new Date()) {
  const { status, holder, unit, reply, clock } = matter
  const today = businessDate(now)
  const open = isOpen(status)
  const outcome = reply?.outcome ?? null
  const applicant = matter.applicant?.name
  return {
    id: matter.id,
    name: matter.item.name,
    number: matter.number,
    queryCode: matter.queryCode ?? '',
    who: applicant ? `${applicant}，` : '',
    tag: matterTag({ ...matter, outcome }, today),
    open,
    sentence:
      status === 'supplement'
        ? '还差材料，一次都写在下面'
        : matterSentence({ ...matter, canRate: matter.canRate ?? false, outcome }),
    next: nextStep(status, clock, outcome),
    person: holder
      ? { name: holder.name, line: holder.post, phone: holder.phone }
      : { name: unit.name, line: '还没定谁办，先由窗口接', phone: unit.phone },
    firstReceiver: matter.firstReceiver ? `首问：${matter.firstReceiver.name}` : '',
    unitId: unit.id,
    clock,
    /** Where no time runs, a calendar would only confuse. */
    counts: !UNCOUNTED.includes(status),
    // Refused: the steps that were not taken would look as if they were.
    steps:
      outcome === 'refuse' || status === 'withdrawn'
        ? []
        : pathOf(matter.steps, status, holder?.name ?? ''),
    reply: reply && {
      good: reply.outcome === 'approve',
      title: reply.outcome === 'approve' ? '办成了' : '没办成',
      text: reply.text,
      remedy: reply.remedy ?? '',
      by: `${reply.byName}，${sayMoment(reply.at, now)}`,
    },
    notes: notesOf(matter, today),
    lines: linesOf(matter, now),
    canRate: matter.canRate ?? false,
    canAsk: matter.allowed?.includes('ask') ?? false,
    canUrge: matter.allowed?.includes('urge') ?? false,
    canSupplement: (matter.allowed?.includes('supplement') ?? false) && toBring(matter).length > 0,
    code: matter.item.code,
    ways: waysOf(matter),
    rated: matter.ratedLevel ?? null,
    // The one notice says it better; before it, what was promised to be brought.
    missing: matter.supplement || matter.promise ? [] : notBrought(matter),
  }
}

/** Forms lie at the window and are filled in together. */
const notBrought = ({ materials = [] }: Partial<CaseDetail>): string[] =>
  materials
    .filter((one) => one.required && !one.fileId && !one.inHand && paperPicture(one) !== 'form')
    .map(({ name }) => name)

/** Newest first. */
function linesOf({ events }: TrackedCase, now: Date): Line[] {
  return events
    .map((event, index) => ({
      key: `${event.at}:${String(index)}`,
      title: event.by ? `${event.title}，${event.by}` : event.title,
      text: event.text,
      when: sayMoment(event.at, now),
    }))
    .reverse()
}

export function sayMoment(at: string, now: Date): string {
  const instant = new Date(at)
  const day = businessDate(instant)
  return `${relativeDate(day, businessDate(now))} ${spokenTime(wallTime(instant))}`
}
