import { action } from '../../core/kernel/action'
import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { forwardInput, forwardOutput } from '../schema/proxy'
import { takeStep } from '../step'
import { refusePast } from './accept-conditionally'

export const forward = action({
  summary: '送上级：交到哪里、回执号、说好哪天有结果',
  by: ['window', 'cadre', 'agent'],
  scope: 'workableCases',
  input: forwardInput,
  output: forwardOutput,
  run: (call, { id, to, receiptNumber, expectedOn, platformNumber }) => {
    const handedOn = businessDate(call.now)
    refusePast(expectedOn, handedOn)
    return takeStep(call, id, {
      action: 'forward',
      set: (doc) => ({
        external: [
          ...doc.external,
          {
            n: doc.external.length + 1,
            to,
            receiptNumber: receiptNumber ? receiptNumber : null,
            handedOn,
            expectedOn,
            result: null,
            resultOn: null,
          },
        ],
        platformNumber: platformNumber ? platformNumber : doc.platformNumber,
      }),
      text: `送到${to}${receiptNumber ? `，回执号${receiptNumber}` : ''}，说好${spokenDate(expectedOn)}有结果`,
      words: { villager: `已送到${to}，预计${spokenDate(expectedOn)}有结果，我们盯着。` },
    })
  },
})
