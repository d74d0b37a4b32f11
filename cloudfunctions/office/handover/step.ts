import type { KnownCall } from '../../core/kernel/action'
import { takeStep } from '../../core/kernel/step'
import type { HandoverAction } from '../../core/domain/flows/handover'
import { applyHandover } from '../../core/store/handovers'
import type { Handover } from '../../core/store/documents/staff'
import { handoverNotice, handoverView, HANDOVERS } from './handover'

export interface HandoverStep {
  readonly action: HandoverAction
  /** What was written with it. */
  readonly text: string
  /** What the timeline says. */
  readonly said: string
  readonly set?: Partial<Handover>
  /** Which side hears of it. */
  readonly tell: 'from' | 'to'
}

/** One step of a hand-over, and what follows from it for both accounts. */
export async function stepHandover(call: KnownCall, id: string, step: HandoverStep) {
  const { caller, now } = call
  const handover = await takeStep(HANDOVERS, call, id, {
    action: step.action,
    facts: () => ({ text: step.text }),
    change: () => ({ ...(step.set ? { set: step.set } : {}), text: step.said }),
    tell: (after, _effects, cause) => [
      handoverNotice(after, step.tell, `交接：${step.said}`.slice(0, 20), '点开看交接', cause, now),
    ],
  })
  await applyHandover(handover)
  return { handover: handoverView(handover, caller) }
}
