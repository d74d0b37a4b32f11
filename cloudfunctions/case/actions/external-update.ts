import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { externalUpdateInput, externalUpdateOutput } from '../schema/proxy'
import { takeStep } from '../step'

export const externalUpdate = action({
  summary: '记上级进度：补回执号、改预计的日子、记结果',
  by: ['window', 'cadre', 'agent'],
  scope: 'workableCases',
  input: externalUpdateInput,
  output: externalUpdateOutput,
  run: (call, { id, n, receiptNumber, expectedOn, result }) =>
    takeStep(call, id, {
      action: 'externalUpdate',
      set: (doc) => {
        if (!doc.external.some((step) => step.n === n)) throw notFound('这一步')
        return {
          external: doc.external.map((step) =>
            step.n === n
              ? {
                  ...step,
                  receiptNumber: receiptNumber ? receiptNumber : step.receiptNumber,
                  expectedOn: expectedOn ?? step.expectedOn,
                  ...(result ? { result, resultOn: businessDate(call.now) } : {}),
                }
              : step,
          ),
        }
      },
      text: (doc) => {
        const to = doc.external.find((step) => step.n === n)?.to ?? ''
        const news = [
          receiptNumber ? `回执号${receiptNumber}` : '',
          expectedOn ? `预计${spokenDate(expectedOn)}有结果` : '',
          result ? `结果：${result}` : '',
        ].filter(Boolean)
        return `${to}：${news.join('，')}`
      },
      words: { villager: '上级那边有了新情况，点开看。' },
    }),
})
