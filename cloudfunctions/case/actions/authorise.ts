import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { businessDate } from '../../../miniprogram/shared/dates'
import { authoriseInput, authoriseOutput } from '../schema/proxy'
import { takeStep } from '../step'

const HOW: Readonly<Record<'phone' | 'scan' | 'thumbprint', string>> = {
  phone: '本人在手机上同意了',
  scan: '签了委托书',
  thumbprint: '按了手印，两个见证人在场',
}

export const authorise = action({
  summary: '委托代办：本人在手机上同意、签委托书拍照，或者按手印加两个见证人',
  by: ['villager', 'agent', 'window', 'cadre'],
  scope: 'readableCases',
  input: authoriseInput,
  output: authoriseOutput,
  run: (call, { id, how, fileId, witnesses = [] }) =>
    takeStep(call, id, {
      action: 'authorise',
      set: (doc) => {
        // A tap on a phone is the applicant's own or nobody's.
        if (how === 'phone' && (doc.ownerId !== call.caller.id || call.caller.account.staff)) {
          throw new AppError(
            'FORBIDDEN',
            '手机上同意要本人点。他没有手机，请签委托书拍照，或者按手印、找两个见证人。',
          )
        }
        return {
          authorisation: {
            how,
            witnesses,
            fileId: fileId ?? null,
            on: businessDate(call.now),
          },
        }
      },
      text: `委托代办：${HOW[how]}${witnesses.length > 0 ? `（${witnesses.join('、')}）` : ''}`,
      words: {},
    }),
})
