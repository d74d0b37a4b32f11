import { action } from '../../core/kernel/action'
import { takeStep } from '../../core/kernel/step'
import { consultationView, CONSULTATIONS } from '../consultations'
import { callBackInput, callBackOutput } from '../schema/consultation'

export const callBack = action({
  summary: '回话：答应回的电话打了，记一句怎么答的',
  by: ['agent', 'window', 'cadre'],
  scope: 'receptions',
  input: callBackInput,
  output: callBackOutput,
  run: async (call, { id, text }) => {
    const doc = await takeStep(CONSULTATIONS, call, id, {
      action: 'callBack',
      facts: () => ({ text }),
      // What was promised is kept; the name and number are not needed any more.
      change: () => ({ set: { open: false, callBack: null }, text }),
    })
    return { consultation: consultationView(doc, call.caller) }
  },
})
