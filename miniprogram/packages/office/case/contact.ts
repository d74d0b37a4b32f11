import type { CaseDetail } from '../../../services/case'
import { mainStep } from '../actions'

interface Agent {
  readonly name: string
  readonly phone: string
}

export interface VillageFacts {
  readonly name: string
  readonly agent: Agent | null
}

/** Who looks, so that nobody is told to call themselves. */
export interface Reader {
  readonly name: string
  readonly department: string | null
  /** Photos of papers open for those who work on matters, not for those who watch. */
  readonly papers: boolean
}

export function contactText(
  contact: CaseDetail['applicant']['contact'],
  agent: Agent | null,
  reader: Reader | null,
): string {
  const phone = contact.phone ?? ''
  switch (contact.by) {
    case 'phone':
      return `打电话 ${phone}`
    case 'relative':
      return `告诉家里人 ${phone}`.trim()
    case 'agent':
      if (agent && agent.name === reader?.name) return '没有电话，您去告诉'
      return agent ? `打给代办员${agent.name}` : '告诉代办员'
    default:
      return '没有电话，写条子送去'
  }
}

/**
 * Phones of villagers are shown masked only. Whoever works on it rings the one who took it in, or
 * the agent of the village; others ring whoever has it.
 */
export function whomToCall(
  matter: CaseDetail,
  agent: Agent | null,
  reader: Reader | null,
): Agent | null {
  const { firstReceiver, holder, unit, allowed } = matter
  const works = reader?.department === unit.id || mainStep(allowed) !== ''
  const people = works ? [firstReceiver, agent] : [holder, unit]
  return people.find((one) => one !== null && one.name !== reader?.name) ?? null
}
