/** No photo is taken over unseen: the name of a file says nothing about what is in it. */
import { photoFault } from '../domain/photo'
import { fileHeads } from '../store/files'
import { AppError } from './errors'

/**
 * Looks at every photo that an input names (`fileId`, however deep).
 * @throws AppError INVALID_INPUT missing, empty, too large or no photo
 */
export async function checkPhotos(input: unknown): Promise<void> {
  const fileIds = photosIn(input)
  if (fileIds.length === 0) return
  for (const file of await fileHeads(fileIds)) {
    const fault = photoFault(file)
    if (fault !== null) throw new AppError('INVALID_INPUT', fault)
  }
}

function photosIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]: [string, unknown]) =>
    key === 'fileId' && typeof entry === 'string' ? [entry] : photosIn(entry),
  )
}
