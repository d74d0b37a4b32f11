import { action } from '../../core/kernel/action'
import { rectificationTask } from '../notices'
import { revisitInput, revisitOutput } from '../schema'
import { takeRectificationStep } from '../step'

const SAID = {
  settled: '再问了，群众满意',
  unsettled: '再问了，还是不满意，交站长',
  unreached: '没打通，再打',
} as const

export const revisit = action({
  summary: '改了以后再问一次群众：满意就了结，还不满意就交站长',
  by: ['window', 'cadre', 'supervisor'],
  scope: 'rectifications',
  input: revisitInput,
  output: revisitOutput,
  run: (call, { id, outcome, text = '' }) =>
    takeRectificationStep(call, id, {
      action: 'revisit',
      facts: { outcome, text },
      set: ({ calls }) => ({ calls: calls + 1, revisit: { outcome, text } }),
      text: text ? `${SAID[outcome]}：${text}` : SAID[outcome],
      tell: (doc, cause) =>
        doc.state === 'escalated'
          ? [
              rectificationTask(
                doc,
                cause,
                call.now,
                { role: 'leader' },
                '整改了群众还不满意，请您管',
                `${doc.unitName}的${doc.itemName}。看看答复，下个结论。`,
              ),
            ]
          : [],
    }),
})
