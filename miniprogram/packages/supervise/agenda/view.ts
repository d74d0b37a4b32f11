import type { Meeting } from '../../../services/bulletin'
import { addDays, plainDate, spokenDate } from '../../../shared/dates'

type Entry = Meeting['agenda'][number]['entries'][number]

export interface AgendaView {
  readonly title: string
  readonly tag: string
  readonly tone: string
  readonly topics: readonly {
    readonly topic: string
    readonly title: string
    readonly count: number
    readonly rest: string
    readonly entries: readonly {
      readonly id: string
      readonly path: string
      readonly entry: Entry
      readonly note: string
    }[]
  }[]
  readonly quiet: string
  readonly minutes: string
  readonly held: string
  readonly decisions: readonly {
    readonly key: string
    readonly path: string
    readonly task: string
    readonly note: string
  }[]
}

/** Where an entry is looked at. */
const PATHS: Readonly<Record<Entry['kind'], string>> = {
  case: '/packages/office/case/case?id=',
  rectification: '/packages/rating/rectification/rectification?id=',
  order: '/packages/affairs/matter/matter?kind=order&id=',
}

export function agendaView(meeting: Meeting): AgendaView {
  const busy = meeting.agenda.filter(({ count }) => count > 0)
  const quiet = meeting.agenda.filter(({ count }) => count === 0)
  const isHeld = meeting.state === 'held'
  return {
    // The working week: that it goes from Monday to Friday need not be said.
    title: `${plainDate(meeting.week)}到${plainDate(addDays(meeting.week, 4))}`,
    tag: isHeld ? '开过了' : '等开会',
    tone: isHeld ? 'ok' : 'act',
    topics: busy.map(({ topic, title, count, entries }) => ({
      topic,
      title,
      count,
      rest: count > entries.length ? `还有${String(count - entries.length)}件没列出来` : '',
      entries: entries.map((entry) => ({
        id: `${topic}${entry.id}`,
        path: `${PATHS[entry.kind]}${entry.id}`,
        entry,
        note: noteOf(entry),
      })),
    })),
    quiet: quiet.length > 0 ? `没有：${quiet.map(({ title }) => title).join('；')}。` : '',
    minutes: meeting.minutes,
    held: meeting.heldBy ? `${meeting.heldBy}记的` : '',
    decisions: meeting.decisions.map(({ orderId, number, unitName, task, dueOn, statusText }) => ({
      key: orderId,
      path: `${PATHS.order}${orderId}`,
      task,
      note: [number, unitName, `${spokenDate(dueOn)}前`, statusText].filter(Boolean).join('，'),
    })),
  }
}

/** An order is spoken of by its number. */
const noteOf = ({ kind, number, unitName, note }: Entry): string =>
  [kind === 'order' ? number : '', unitName, note].filter(Boolean).join('，')
