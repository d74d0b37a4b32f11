import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import type { CaseDocument } from '../../core/store/documents/case'
import { businessDate } from '../../../miniprogram/shared/dates'
import { supplementInput, supplementOutput } from '../schema/intake'
import { takeStep } from '../step'

interface Given {
  readonly key: string
  readonly fileId?: string | undefined
}

export const supplement = action({
  summary: '补材料：一样一样补，拍照或者送到窗口、交给代办员',
  by: ['villager', 'agent', 'window', 'cadre'],
  scope: 'readableCases',
  input: supplementInput,
  output: supplementOutput,
  run: (call, { id, materials: given }) => {
    const { staff } = call.caller.account
    return takeStep(call, id, {
      action: 'supplement',
      facts: (doc) => ({ missing: stillMissing(doc, given) }),
      set: (doc) => supplemented(doc, given, staff !== null, call.now),
      text: (doc) => {
        const names = given.map(
          ({ key }) => doc.materials.find((one) => one.key === key)?.name ?? key,
        )
        return `补了：${names.join('、')}`
      },
      words: (after) => ({
        office: {
          title: after.state === 'supplement' ? '补了一部分材料' : '材料补齐了',
          hint: after.state === 'supplement' ? '还没齐，先看补来的' : '看材料，齐了就受理',
        },
      }),
    })
  },
})

const stillMissing = (doc: CaseDocument, given: readonly Given[]): number =>
  (doc.supplements.at(-1)?.missing ?? []).filter(
    ({ key, givenAt }) => givenAt === null && !given.some((paper) => paper.key === key),
  ).length

function supplemented(
  doc: CaseDocument,
  given: readonly Given[],
  atCounter: boolean,
  now: Date,
): Partial<CaseDocument> {
  for (const { key, fileId } of given) {
    if (!doc.materials.some((one) => one.key === key)) {
      throw new AppError('INVALID_INPUT', '有一样材料不是这件事要的，请从补材料的单子里选。')
    }
    if (fileId === undefined && !atCounter) {
      throw new AppError('INVALID_INPUT', '请拍一张照片，或者把材料送到窗口、交给代办员。')
    }
  }
  const today = businessDate(now)
  const notice = doc.supplements.at(-1)
  const covered = (key: string) => given.some((paper) => paper.key === key)
  const { promise } = doc
  const kept =
    promise?.keptOn === null &&
    promise.keys.every(
      (key) => covered(key) || doc.materials.some((one) => one.key === key && hasPaper(one)),
    )
  return {
    materials: doc.materials.map((material) => {
      const paper = given.find(({ key }) => key === material.key)
      if (!paper) return material
      return paper.fileId === undefined
        ? { ...material, inHand: true }
        : { ...material, fileId: paper.fileId }
    }),
    ...(notice
      ? {
          supplements: [
            ...doc.supplements.slice(0, -1),
            {
              ...notice,
              missing: notice.missing.map((paper) =>
                paper.givenAt === null && covered(paper.key) ? { ...paper, givenAt: now } : paper,
              ),
            },
          ],
        }
      : {}),
    ...(stillMissing(doc, given) === 0 ? { suppliedOn: today, lateSince: null } : {}),
    ...(kept ? { promise: { ...promise, keptOn: today } } : {}),
    withdrawal: null,
    trips: doc.trips + (atCounter ? 1 : 0),
  }
}

const hasPaper = ({ fileId, inHand }: CaseDocument['materials'][number]): boolean =>
  fileId !== null || inHand
