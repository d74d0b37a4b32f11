import { openAction } from '../../core/kernel/action'
import { seal } from '../../core/kernel/crypto'
import { AppError, notFound } from '../../core/kernel/errors'
import { repeatOf } from '../../core/store/commit'
import { findOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { businessDate } from '../../../miniprogram/shared/dates'
import { parseCaseNumber } from '../../../miniprogram/shared/numbers'
import { objectInput, objectOutput } from '../schema/joint'
import { takeStepAs } from '../step'

/** Any WeChat user: neighbours are not registered. */
const ANYBODY = { id: 'public', name: '提异议的人', relations: ['public'] as const }

const MOST_OBJECTIONS = 50

export const object = openAction({
  summary: '对公示提异议：公示期内谁都能提，只有承办部门看得到是谁',
  by: ['wechat'],
  scope: 'public',
  input: objectInput,
  output: objectOutput,
  run: async ({ township, now, request }, { number, text, contact }) => {
    const parsed = parseCaseNumber(number)
    const doc = parsed ? await findOne<CaseDocument>('cases', { township, number: parsed }) : null
    const today = businessDate(now)
    if (!parsed || !doc?.publicity || doc.publicity.ended || doc.publicity.until < today) {
      throw notFound('正在公示的这件事')
    }
    const { publicity } = doc
    if (repeatOf(doc.log, request)) {
      return { objection: { number: parsed, n: publicity.objections.length } }
    }
    if (publicity.objections.length >= MOST_OBJECTIONS) {
      throw new AppError(
        'RATE_LIMITED',
        `这件事的异议已经很多了，部门都会看。您的话请打电话说：${doc.unitPhone}。`,
      )
    }
    const n = publicity.objections.length + 1
    const objection = {
      n,
      at: now,
      text,
      contact: contact?.phone === undefined ? null : seal(contact.phone),
    }
    const after = await takeStepAs(ANYBODY, doc, request, now, {
      action: 'object',
      set: () => ({
        publicity: { ...publicity, objections: [...publicity.objections, objection] },
      }),
      text: '公示期有人提了异议',
      words: { office: { title: '公示有人提异议', hint: '看异议，核实后写进意见' } },
    })
    if (!after) {
      throw new AppError('CONFLICT', '这件事刚刚变了，您的话还没交上。请再点一次。', {
        retryable: true,
      })
    }
    return { objection: { number: parsed, n } }
  },
})
