import type { MeetingForm } from '../../../services/bulletin'

export type DecisionForm = MeetingForm['decisions'][number]

export const EMPTY_MEETING: MeetingForm = { minutes: '', decisions: [] }

export interface MeetingErrors {
  readonly minutes?: string
  /** By the place of the decision. */
  readonly decisions?: Readonly<Record<number, string>>
}

const MOST_MINUTES = 3000
const MOST_TASK = 500

/** Empty when it can be sent. */
export function checkMeeting({ minutes, decisions }: MeetingForm): MeetingErrors {
  const wrong = Object.fromEntries(
    decisions
      .map((decision, index) => [index, wrongIn(decision)] as const)
      .filter(([, why]) => why !== ''),
  )
  const said = wrongText(minutes, MOST_MINUTES, '还没写会上说了什么')
  return {
    ...(said ? { minutes: said } : {}),
    ...(Object.keys(wrong).length > 0 ? { decisions: wrong } : {}),
  }
}

function wrongIn({ unit, task, dueOn }: DecisionForm): string {
  if (unit === '') return '还没选哪个单位办'
  if (dueOn === '') return '还没选哪天前办好'
  return wrongText(task, MOST_TASK, '还没写办什么')
}

function wrongText(text: string, most: number, empty: string): string {
  const { length } = text.trim()
  if (length === 0) return empty
  return length > most ? `写了${String(length)}个字，最多${String(most)}个` : ''
}
