/** One step of a 差评整改 by a person; answers how it stands for whoever took it. */
import type { KnownCall } from '../core/kernel/action'
import { takeStep } from '../core/kernel/step'
import type {
  RectificationAction,
  RectificationFacts,
  RectificationState,
} from '../core/domain/flows/rectification'
import type { Notice } from '../core/store/documents/matter'
import type { Rectification } from '../core/store/documents/rectification'
import { appealOf, RECTIFICATIONS, rectificationView, stageOf } from './rectification'

export interface RectificationStep {
  readonly action: RectificationAction
  readonly facts: Partial<RectificationFacts>
  readonly set?: (doc: Rectification) => Partial<Rectification>
  readonly text: string
  readonly tell?: (after: Rectification, cause: string) => readonly Notice[]
}

export async function takeRectificationStep(call: KnownCall, id: string, step: RectificationStep) {
  const view = (doc: Rectification) => ({
    rectification: rectificationView(doc, call.caller, call.now),
  })
  const after = await takeStep(
    RECTIFICATIONS,
    call,
    id,
    {
      action: step.action,
      facts: (doc) => ({ text: '', appeal: appealOf(doc), ...step.facts }),
      change: (doc, { to }: { to: RectificationState }) => ({
        set: stageOf(doc, to, step.set?.(doc)),
        text: step.text,
      }),
      tell: (doc, _effects, cause) => step.tell?.(doc, cause) ?? [],
    },
    view,
  )
  return view(after)
}
