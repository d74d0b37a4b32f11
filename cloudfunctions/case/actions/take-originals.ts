import { action } from '../../core/kernel/action'
import { businessDate } from '../../../miniprogram/shared/dates'
import { takeOriginalsInput, takeOriginalsOutput } from '../schema/proxy'
import { takeStep } from '../step'

export const takeOriginals = action({
  summary: '收原件：身份证、存折这样的原件，收了哪几样都写下来',
  by: ['agent', 'window', 'cadre'],
  scope: 'workableCases',
  input: takeOriginalsInput,
  output: takeOriginalsOutput,
  run: (call, { id, names }) =>
    takeStep(call, id, {
      action: 'takeOriginals',
      set: (doc) => ({
        originals: [
          ...doc.originals,
          ...names.map((name, index) => ({
            n: doc.originals.length + index + 1,
            name,
            takenOn: businessDate(call.now),
            takenBy: call.caller.name,
            returnedOn: null,
            signedBy: null,
          })),
        ],
      }),
      text: `收了原件：${names.join('、')}`,
      words: {
        villager: `${call.caller.name}收了${String(names.length)}样原件，办完当面还您签收。`,
      },
    }),
})
