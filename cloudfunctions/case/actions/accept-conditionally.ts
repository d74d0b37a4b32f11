import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import type { CaseDocument } from '../../core/store/documents/case'
import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { acceptConditionallyInput, acceptConditionallyOutput } from '../schema/intake'
import { takeStep } from '../step'

export const acceptConditionally = action({
  summary: '容缺受理：先受理，写明后补哪几样、哪天补、不补怎样',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: acceptConditionallyInput,
  output: acceptConditionallyOutput,
  run: (call, { id, keys, dueOn, consequence }) => {
    refusePast(dueOn, businessDate(call.now))
    return takeStep(call, id, {
      action: 'acceptConditionally',
      set: () => ({
        acceptedHow: 'conditional',
        promise: { keys, dueOn, consequence, keptOn: null },
      }),
      text: (doc) => `先受理，${spokenDate(dueOn)}前补${namesOf(doc, keys)}；不补：${consequence}`,
      words: {
        villager: `先受理了，${spokenDate(dueOn)}前把欠的材料补上。点开看补哪几样。`,
        office: { title: '一起办的事受理了', hint: '看材料，出本部门的意见' },
      },
    })
  },
})

/** @throws AppError `NOT_FOUND` for a paper that this matter does not have. */
function namesOf(doc: CaseDocument, keys: readonly string[]): string {
  return keys
    .map((key) => {
      const material = doc.materials.find((one) => one.key === key)
      if (!material) {
        throw new AppError('INVALID_INPUT', '有一样材料不是这件事要的，请从材料单里选。')
      }
      return material.name
    })
    .join('、')
}

export function refusePast(date: string, today: string): void {
  if (date >= today) return
  throw new AppError('INVALID_INPUT', '日子已经过了，请选今天或以后的一天。', {
    fields: { dueOn: '日子已经过了' },
  })
}
