import { action } from '../../core/kernel/action'
import { calendarOf } from '../../core/kernel/township-calendar'
import { addWorkdays } from '../../core/domain/calendar'
import { SUPPLEMENT_WORKDAYS } from '../../core/domain/deadline'
import { AppError } from '../../core/kernel/errors'
import type { CaseDocument, CaseMaterial } from '../../core/store/documents/case'
import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'
import { orRecordBlocked } from '../blocked-notice'
import { notifySupplementInput, notifySupplementOutput } from '../schema/intake'
import { takeStep } from '../step'
import type { Step } from '../step'

interface Asked {
  readonly key: string
  readonly name?: string | undefined
  readonly reason: string
}

export const notifySupplement = action({
  summary: '一次告知要补什么：缺的一次写全；第二次要有当时没法知道的原因，监督会看到',
  by: ['window', 'cadre'],
  scope: 'workableCases',
  input: notifySupplementInput,
  output: notifySupplementOutput,
  run: (call, { id, missing, exception = '' }) => {
    const on = businessDate(call.now)
    const dueOn = addWorkdays(on, SUPPLEMENT_WORKDAYS, calendarOf(call.township))
    const step: Step = {
      action: 'notifySupplement',
      facts: () => ({ exception }),
      set: (doc) => {
        const materials = withAsked(doc, missing)
        return {
          materials,
          lateSince: null,
          suppliedOn: null,
          supplements: [
            ...doc.supplements,
            {
              on,
              byName: call.caller.name,
              dueOn,
              exception: isLate(doc) ? exception : null,
              missing: missing.map(({ key, reason }) => ({
                key,
                name: materials.find((one) => one.key === key)?.name ?? key,
                reason,
                givenAt: null,
              })),
            },
          ],
        }
      },
      text: (doc) => {
        const list = doc.supplements.at(-1)?.missing ?? []
        const what = list.map(({ name, reason }) => `${name}（${reason}）`).join('、')
        return `还差${String(list.length)}样：${what}${exception ? `。后来才要的原因：${exception}` : ''}`
      },
      words: {
        villager: `还差${String(missing.length)}样材料，一次都写在里面了。${spokenDate(dueOn)}前补上，来不及我们先打电话问您。`,
        office: { title: '后来又要群众补材料', hint: '看看原因是不是当时没法知道' },
      },
    }
    return orRecordBlocked(call, id, missing, () => takeStep(call, id, step))
  },
})

/** Not the one notice of before acceptance: it goes out for a reason only. */
const isLate = ({ supplements, acceptedOn }: CaseDocument): boolean =>
  supplements.length > 0 || acceptedOn !== null

/** The papers of the matter, with those that the guide does not name. */
function withAsked(doc: CaseDocument, asked: readonly Asked[]): readonly CaseMaterial[] {
  if (new Set(asked.map(({ key }) => key)).size !== asked.length) {
    throw new AppError('INVALID_INPUT', '同一样材料写了两遍，请合成一条。')
  }
  const known = new Set(doc.materials.map(({ key }) => key))
  const added = asked
    .filter(({ key }) => !known.has(key))
    .map(({ key, name }) => {
      if (!name) {
        throw new AppError('INVALID_INPUT', '办事指南里没有的材料，请写明叫什么。')
      }
      return { key, name, required: true, fileId: null, inHand: false }
    })
  return [...doc.materials, ...added]
}
