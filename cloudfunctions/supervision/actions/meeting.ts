import { action } from '../../core/kernel/action'
import { leadingRelations } from '../../core/kernel/caller'
import { AppError } from '../../core/kernel/errors'
import { hashId } from '../../core/kernel/hash'
import { takeStep } from '../../core/kernel/step'
import type { MatterKind } from '../../core/kernel/step'
import { MEETING } from '../../core/domain/flows/meeting'
import type { MeetingAction, MeetingState } from '../../core/domain/flows/meeting'
import type { MeetingDocument } from '../../core/store/documents/meeting'
import { keptPlaces } from '../../core/store/places'
import { meetingId } from '../meeting/id'
import { issueDecisions } from '../meeting/orders'
import { meetingView } from '../meeting/view'
import { meetingInput, meetingOutput } from '../schema/meeting'
import { checkDue } from '../orders'

/** How long the orders of a meeting may be on their way before `jobs` looks after them. */
const ORDERS_MS = 60_000

export const meeting = action({
  summary: '记周调度会：说了什么、定了什么；定下的每一件开一张交办单',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: meetingInput,
  output: meetingOutput,
  run: async (call, { week, minutes, decisions }) => {
    const { township, now, caller, request } = call
    const { departments } = await keptPlaces(township)
    for (const { unit, dueOn } of decisions) {
      checkDue(dueOn, now)
      if (!departments.some(({ id }) => id === unit)) throw unknownUnit()
    }
    const kind: MatterKind<MeetingDocument, MeetingState, MeetingAction, object> = {
      collection: 'meetings',
      flow: MEETING,
      what: '这周的会',
      relations: leadingRelations,
      dueAt: () => new Date(+now + ORDERS_MS),
    }
    const held = await takeStep(kind, call, meetingId(township, week), {
      action: 'hold',
      facts: () => ({}),
      change: () => ({
        set: {
          minutes,
          decisions: decisions.map((decision, n) => ({
            orderId: hashId('decision', request.key, n),
            ...decision,
          })),
          ordered: false,
          heldAt: now,
          heldBy: caller.name,
        },
        text: `定了${String(decisions.length)}件事`,
      }),
    })
    return { meeting: meetingView(held, await issueDecisions(call, held)) }
  },
})

const unknownUnit = () =>
  new AppError('INVALID_INPUT', '没有这个单位，请重新选。', {
    fields: { decisions: '没有这个单位' },
  })
