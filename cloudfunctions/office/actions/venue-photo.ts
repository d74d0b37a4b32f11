import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { findOne } from '../../core/store/database'
import { temporaryLink } from '../../core/store/files'
import type { VenueCheck } from '../../core/store/documents/place'
import { venuePhotoInput, venuePhotoOutput } from '../schema/places'

export const venuePhoto = action({
  summary: '看检查或整改的照片，链接几分钟后失效',
  by: ['agent', 'leader', 'supervisor'],
  scope: 'involved',
  input: venuePhotoInput,
  output: venuePhotoOutput,
  run: async ({ scope }, { id }) => {
    const check = await findOne<VenueCheck>('checks', { ...scope, _id: id })
    if (!check) throw notFound('这次检查')
    const fileId = check.fixed?.fileId ?? check.fileId
    return { url: fileId === null ? null : await temporaryLink(fileId) }
  },
})
