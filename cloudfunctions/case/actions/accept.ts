import { action } from '../../core/kernel/action'
import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { acceptInput, acceptOutput } from '../schema'
import { commitmentOf, holderOf, takeStep, tellVillager } from '../step'

export const accept = action({
  summary: '受理：从这天起算承诺的工作日',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: acceptInput,
  output: acceptOutput,
  run: (call, { id, note }) => {
    const acceptedOn = businessDate(call.now)
    return takeStep(call, id, {
      action: 'accept',
      reply: () => '',
      set: (doc) => ({
        acceptedOn,
        ...commitmentOf(acceptedOn, doc.commitDays),
        holder: holderOf(call),
        firstReceiver: doc.firstReceiver ?? holderOf(call),
      }),
      text: note?.trim() ? `受理了。${note}` : '受理了',
      tell: tellVillager(
        `${call.caller.name}受理了，${spokenDate(acceptedOn)}起算时间。点开看最晚哪天办好。`,
        call.now,
      ),
    })
  },
})
