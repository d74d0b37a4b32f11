import type { Meeting } from '../../../services/bulletin'
import { addDays, spokenDate } from '../../../shared/dates'

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
    }[]
  }[]
  readonly quiet: string
  readonly minutes: string
  readonly held: string
  readonly decisions: readonly {
    readonly key: string
    readonly task: string
    readonly note: string
  }[]
}

/** Where an entry is looked at; orders are followed below, where they were decided. */
const PATHS: Readonly<Record<Entry['kind'], string>> = {
  case: '/packages/office/case/case',
  rectification: '/packages/rating/rectification/rectification',
  order: '',
}

export function agendaView(meeting: Meeting): AgendaView {
  const busy = meeting.agenda.filter(({ count }) => count > 0)
  const quiet = meeting.agenda.filter(({ count }) => count === 0)
  const isHeld = meeting.state === 'held'
  return {
    title: `${spokenDate(meeting.week)}到${spokenDate(addDays(meeting.week, 4))}`,
    tag: isHeld ? '开过了' : '等开会',
    tone: isHeld ? 'ok' : 'act',
    topics: busy.map(({ topic, title, count, entries }) => ({
      topic,
      title,
      count,
      rest: count > entries.length ? `还有${String(count - entries.length)}件没列出来` : '',
      entries: entries.map((entry) => ({
        id: `${topic}${entry.id}`,
        path: PATHS[entry.kind] && `${PATHS[entry.kind]}?id=${entry.id}`,
        entry,
      })),
    })),
    quiet: quiet.length > 0 ? `没有：${quiet.map(({ title }) => title).join('；')}。` : '',
    minutes: meeting.minutes,
    held: meeting.heldBy ? `${meeting.heldBy}记的` : '',
    decisions: meeting.decisions.map(({ orderId, number, unitName, task, dueOn, statusText }) => ({
      key: orderId,
      task,
      note: [number, unitName, `${spokenDate(dueOn)}前`, statusText].filter(Boolean).join('，'),
    })),
  }
}
