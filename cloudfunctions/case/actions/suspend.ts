import { action } from '../../core/kernel/action'
import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { suspendInput, suspendOutput } from '../schema/work'
import { takeStep } from '../step'
import { refusePast } from './accept-conditionally'

export const suspend = action({
  summary: '停算时间：只有法律写明的几种情况，书面告诉群众，写预计哪天接着算',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: suspendInput,
  output: suspendOutput,
  run: (call, { id, ground, document, expectedOn }) => {
    const from = businessDate(call.now)
    refusePast(expectedOn, from)
    return takeStep(call, id, {
      action: 'suspend',
      set: (doc) => ({ pauses: [...doc.pauses, { from, until: null, ground, expectedOn }] }),
      text: `因${ground}停算时间（行政许可法第四十五条，告知书${document}），预计${spokenDate(expectedOn)}接着算`,
      words: {
        villager: `因${ground}先停算时间，预计${spokenDate(expectedOn)}接着办。点开看书面告知。`,
      },
    })
  },
})
