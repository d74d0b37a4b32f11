import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { find, findOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import type { ItemDocument } from '../../core/store/documents/catalog'
import { businessDate } from '../../../miniprogram/shared/dates'
import { earlierPapersInput, earlierPapersOutput } from '../schema/intake'

const MOST_CASES = 20

/**
 * Papers that are the same paper in every matter. Generic keys (apply-form, old-cert, declare-form,
 * evidence, …) mean different papers in different items and are never offered again.
 */
const SAME_EVERYWHERE: readonly string[] = [
  'id-card',
  'hukou',
  'bank-card',
  'social-card',
  'disability-cert',
  'marriage-cert',
]

export const earlierPapers = action({
  summary: '以前交过的材料：身份证、户口本这样的，同意了可以再用，不用重拍',
  by: ['villager', 'agent'],
  scope: 'ownCases',
  input: earlierPapersInput,
  output: earlierPapersOutput,
  run: async ({ scope, township }, { code, name }) => {
    const [item, docs] = await Promise.all([
      findOne<ItemDocument>('items', { township, code }),
      find<Pick<CaseDocument, 'materials' | 'receivedAt' | 'applicant'>>('cases', scope, {
        order: [
          ['receivedAt', 'desc'],
          ['_id', 'asc'],
        ],
        limit: MOST_CASES,
        projection: { materials: 1, receivedAt: 1, applicant: 1 },
      }),
    ])
    // The papers of one person are never offered for another one.
    const own = docs.filter(({ applicant }) => applicant.name === name)
    if (!item) throw notFound('这个事项')
    const wanted = item.materials.filter(({ key }) => SAME_EVERYWHERE.includes(key))
    return {
      papers: wanted.flatMap(({ key, name: paperName }) => {
        for (const { materials, receivedAt } of own) {
          const paper = materials.find((one) => one.key === key)
          if (paper?.fileId) {
            return [{ key, name: paperName, fileId: paper.fileId, on: businessDate(receivedAt) }]
          }
        }
        return []
      }),
    }
  },
})
