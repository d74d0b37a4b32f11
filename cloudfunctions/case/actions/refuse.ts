import { action } from '../../core/kernel/action'
import { refuseInput, refuseOutput } from '../schema/intake'
import { STATUTORY_REMEDY, takeStep } from '../step'

export const refuse = action({
  summary: '不受理：写明原因、该找哪里、不服怎么办',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: refuseInput,
  output: refuseOutput,
  run: (call, { id, reason, whereTo }) =>
    takeStep(call, id, {
      action: 'refuse',
      facts: () => ({ reply: reason }),
      set: () => ({
        refusal: { reason, whereTo },
        reply: {
          outcome: 'refuse',
          text: `${reason}。该找：${whereTo}`,
          remedy: STATUTORY_REMEDY,
          byName: call.caller.name,
          at: call.now,
        },
      }),
      text: `没受理，原因：${reason}。该找：${whereTo}`,
      words: { villager: '这件事没受理，点开看原因和该找哪里。' },
    }),
})
