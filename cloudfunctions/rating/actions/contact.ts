import { action } from '../../core/kernel/action'
import { rectificationTask } from '../notices'
import { contactInput, contactOutput } from '../schema'
import { takeRectificationStep } from '../step'

const SAID = {
  told: '打通了，要改的写下来了',
  settled: '打通了，没有要改的',
  unreached: '没打通，再打',
} as const

export const contact = action({
  summary: '另一个单位打电话问清楚：要改什么，群众同不同意说是哪件事',
  by: ['window', 'cadre', 'supervisor'],
  scope: 'rectifications',
  input: contactInput,
  output: contactOutput,
  run: (call, { id, outcome, text = '', named = false }) =>
    takeRectificationStep(call, id, {
      action: 'contact',
      facts: { outcome, text },
      set: ({ calls, advice }) => ({
        calls: calls + 1,
        advice: text || advice,
        ...(outcome === 'told' ? { told: true, named } : {}),
      }),
      text: text ? `${SAID[outcome]}：${text}` : SAID[outcome],
      tell: (doc, cause) =>
        doc.state === 'to_rectify'
          ? [
              rectificationTask(
                doc,
                cause,
                call.now,
                { unit: doc.unit },
                '群众有意见要整改',
                `${text}。15个工作日内改好，或者说明为什么这样办。`,
              ),
            ]
          : [],
    }),
})
