import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import type { CaseDocument } from '../../core/store/documents/case'
import { temporaryLink } from '../../core/store/files'
import { paperInput, paperOutput } from '../schema/read'

export const paper = action({
  summary: '看一样材料的照片：只有这件事的人看得到，链接十分钟后作废',
  by: ['villager', 'agent', 'window', 'cadre'],
  scope: 'readableCases',
  input: paperInput,
  output: paperOutput,
  run: async ({ scope }, { id, key }) => {
    const doc = await findOne<CaseDocument>('cases', { ...scope, _id: id })
    const material = doc?.materials.find((one) => one.key === key)
    if (!material) throw notFound('这样材料')
    return { url: material.fileId === null ? null : await temporaryLink(material.fileId) }
  },
})
