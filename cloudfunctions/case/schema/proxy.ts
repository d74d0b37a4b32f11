/** 代理: authorisation, originals, papers on the way, steps at the county. */
import * as z from 'zod'
import {
  date,
  documentId,
  filledText,
  personName,
  photoFile,
  requestId,
  text,
} from '../../core/kernel/schemas'
import { stepOutput } from './shapes'

const step = { id: documentId, requestId }

export const authoriseInput = z
  .object({
    ...step,
    how: z.enum(['phone', 'scan', 'thumbprint']),
    /** The signed or thumb-printed paper. */
    fileId: photoFile.optional(),
    witnesses: z.array(personName).max(2).optional(),
  })
  .refine(({ how, fileId }) => how !== 'scan' || fileId !== undefined, {
    path: ['fileId'],
    message: '拍一张签了字的委托书',
  })
  .refine(({ how, witnesses }) => how !== 'thumbprint' || new Set(witnesses).size === 2, {
    path: ['witnesses'],
    message: '按手印要有两个见证人，写他们的名字',
  })
export const authoriseOutput = stepOutput

export const takeOriginalsInput = z.object({
  ...step,
  names: z.array(filledText(40)).min(1, '写明收了哪几样原件').max(10),
})
export const takeOriginalsOutput = stepOutput

export const returnOriginalsInput = z.object({
  ...step,
  numbers: z.array(z.int().min(1)).min(1, '选还哪几样').max(20),
  signedBy: personName,
})
export const returnOriginalsOutput = stepOutput

export const carryInput = z.object(step)
export const carryOutput = stepOutput

export const forwardInput = z.object({
  ...step,
  /** 交到哪里，比如县民政局 */
  to: filledText(60),
  receiptNumber: text(60).optional(),
  expectedOn: date,
  /** Its number on the provincial platform, stored once. */
  platformNumber: text(60).optional(),
})
export const forwardOutput = stepOutput

export const externalUpdateInput = z
  .object({
    ...step,
    n: z.int().min(1),
    receiptNumber: text(60).optional(),
    expectedOn: date.optional(),
    result: text(300).optional(),
  })
  .refine(({ receiptNumber, expectedOn, result }) => receiptNumber ?? expectedOn ?? result, {
    message: '写明有什么新情况',
  })
export const externalUpdateOutput = stepOutput
