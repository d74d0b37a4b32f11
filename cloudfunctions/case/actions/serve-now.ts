import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { unitsOf } from '../../core/kernel/caller'
import { AppError } from '../../core/kernel/errors'
import { holderOf } from '../../core/kernel/holder'
import { APPLICATION } from '../../core/domain/flows/application'
import { transition } from '../../core/domain/flows/flow'
import type { CaseDocument } from '../../core/store/documents/case'
import { nextEvent } from '../../core/store/events'
import { businessDate } from '../../../miniprogram/shared/dates'
import { visitorServed } from '../../core/kernel/visitor'
import { storeCase, submittableItem, withTimers } from '../new-case'
import type { Submittable } from '../new-case'
import { serveNowInput, serveNowOutput } from '../schema/intake'
import { factsOf } from '../facts'
import { receiptOf } from '../view'
import { broughtBy } from '../visitor'

export const serveNow = action({
  summary: '马上就办：乡里能当场办的，材料齐就当场受理、答复、办结',
  by: ['window', 'cadre'],
  scope: 'ownCases',
  input: serveNowInput,
  output: serveNowOutput,
  run: async (call, { code, applicant, reply, note, visitor }) => {
    const item = await submittableItem(call.township, code)
    refuseUnlessInstant(call, item)
    const by = await broughtBy(call, applicant, visitor)
    const doc = await storeCase(
      call,
      item,
      {
        ...by,
        entry: 'intake',
        materials: item.materials.map(({ key }) => ({ key })),
        note,
      },
      (fresh) => servedAtOnce(call, fresh, reply),
    )
    if (visitor) await visitorServed(call, visitor, 'done', doc.number)
    return { case: receiptOf(doc) }
  },
})

function refuseUnlessInstant({ caller }: KnownCall, item: Submittable): void {
  if (!item.instant || item.mode !== 'direct') {
    throw new AppError(
      'ACTION_NOT_ALLOWED',
      `“${item.name}”不能当场办结。请先收件，受理以后按承诺的时间办。`,
    )
  }
  if (!unitsOf(caller).includes(item.unit.id)) {
    throw new AppError(
      'FORBIDDEN',
      `“${item.name}”归${item.unit.window}办。请收件转过去，或者带他去那个窗口。`,
    )
  }
}

/** Accepted, decided and completed in the write that stores it: the same rows, the same guards. */
function servedAtOnce(call: KnownCall, fresh: CaseDocument, reply: string): CaseDocument {
  const { now, caller, request } = call
  const today = businessDate(now)
  const holder = holderOf(call)
  const written = {
    ...fresh,
    reply: { outcome: 'approve' as const, text: reply, remedy: null, byName: caller.name, at: now },
  }
  const steps = [
    ['accept', '受理了，当场办'],
    ['decide', `办成了：${reply}`],
    ['complete', '当场办结'],
  ] as const
  const served = steps.reduce<CaseDocument>((doc, [name, text]) => {
    const moved = transition(APPLICATION, doc.state, name, ['handler'], factsOf(doc, now))
    if (!moved.ok) throw new AppError('REPLY_REQUIRED', moved.refusal.message)
    const event = nextEvent(doc, {
      at: now,
      by: caller.id,
      byName: caller.name,
      action: name,
      to: moved.to,
      text,
      key: `${request.key}:${name}`,
      content: request.content,
    })
    return { ...doc, state: moved.to, v: doc.v + 1, log: [...doc.log, event] }
  }, written)
  return withTimers({
    ...served,
    holder,
    signedAt: now,
    acceptedOn: today,
    acceptedHow: 'complete',
    decidedOn: today,
    endedOn: today,
    completedAt: now,
    open: false,
    out: [],
  })
}
