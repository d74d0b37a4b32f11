import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { businessDate } from '../../../miniprogram/shared/dates'
import { returnOriginalsInput, returnOriginalsOutput } from '../schema/proxy'
import { takeStep } from '../step'

export const returnOriginals = action({
  summary: '还原件：还了哪几样、谁签收',
  by: ['agent', 'window', 'cadre'],
  scope: 'workableCases',
  input: returnOriginalsInput,
  output: returnOriginalsOutput,
  run: (call, { id, numbers, signedBy }) => {
    const returnedOn = businessDate(call.now)
    return takeStep(call, id, {
      action: 'returnOriginals',
      set: (doc) => {
        const out = doc.originals.filter((one) => one.returnedOn === null)
        if (!numbers.every((n) => out.some((one) => one.n === n))) {
          throw new AppError('INVALID_INPUT', '有一样原件没收过，或者已经还了。请刷新再选。')
        }
        return {
          originals: doc.originals.map((one) =>
            numbers.includes(one.n) ? { ...one, returnedOn, signedBy } : one,
          ),
        }
      },
      text: ({ originals }) =>
        `还了原件：${originals
          .filter(({ n }) => numbers.includes(n))
          .map(({ name }) => name)
          .join('、')}，${signedBy}签收`,
      words: { villager: '原件还了，点开看还了哪几样。' },
    })
  },
})
