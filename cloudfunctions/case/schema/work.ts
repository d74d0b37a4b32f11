/** 办理: who has it, how long it may take, what the leaders say. */
import * as z from 'zod'
import { date, documentId, filledText, requestId, text } from '../../core/kernel/schemas'
import { stepOutput } from './shapes'
import { PAUSE_GROUNDS } from '../../../miniprogram/shared/pause-grounds'

const step = { id: documentId, requestId }
const departmentId = z.string().regex(/^[a-z]{2,12}$/, '没有这个部门')

export const progressInput = z.object({ ...step, text: filledText(500) })
export const progressOutput = stepOutput

export const suspendInput = z.object({
  ...step,
  ground: z.enum(
    PAUSE_GROUNDS,
    '只有听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审可以停算时间',
  ),
  /** The number of the paper by which the applicant was told. */
  document: filledText(60),
  expectedOn: date,
})
export const suspendOutput = stepOutput

export const resumeInput = z.object({ ...step, note: text(300).optional() })
export const resumeOutput = stepOutput

export const requestExtensionInput = z.object({ ...step, reason: filledText(300) })
export const requestExtensionOutput = stepOutput

export const answerExtensionInput = z.object({
  ...step,
  grant: z.boolean(),
  note: text(300).optional(),
})
export const answerExtensionOutput = stepOutput

export const requestTransferInput = z.object({
  ...step,
  toUnit: departmentId,
  reason: filledText(300),
})
export const requestTransferOutput = stepOutput

export const answerTransferInput = z.object({
  ...step,
  accept: z.boolean(),
  /** Required when it is not taken. */
  reason: text(300).optional(),
})
export const answerTransferOutput = stepOutput

export const assignInput = z.object({
  ...step,
  /** The department that has it from now on, or helps. */
  toUnit: departmentId,
  /** 协办: helps with this, while the other stays responsible. */
  task: filledText(100).optional(),
  reason: filledText(300),
})
export const assignOutput = stepOutput

export const setPriorityInput = z.object({ ...step, reason: filledText(100) })
export const setPriorityOutput = stepOutput

export const declareConflictInput = z.object({ ...step, reason: filledText(200) })
export const declareConflictOutput = stepOutput

export const opineInput = z.object({ ...step, text: filledText(500) })
export const opineOutput = stepOutput

export const answerOpinionInput = z.object({ ...step, n: z.int().min(1), text: filledText(500) })
export const answerOpinionOutput = stepOutput

export const markDeceasedInput = z.object({
  ...step,
  /** Who goes on with it; left out when nobody does. */
  heir: text(30).optional(),
})
export const markDeceasedOutput = stepOutput

export const askInput = z.object({ ...step, text: filledText(300) })
export const askOutput = stepOutput

export const urgeInput = z.object(step)
export const urgeOutput = stepOutput
