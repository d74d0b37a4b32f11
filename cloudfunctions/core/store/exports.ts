/** 台账导出: what is read for it, what is written down about it, how long the file is there. */
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { count, updateOne } from './database'
import type { Query } from './database'
import type { CaseDocument } from './documents/case'
import type { ExportDocument } from './documents/export'
import { removeFile } from './files'
import { paged } from './paged'

/** Long enough to open it on a weak signal, and again. */
const FILE_MS = 3600_000

const received = (scope: Query, from: BusinessDate, to: BusinessDate): Query => ({
  ...scope,
  receivedOn: { $gte: from, $lte: to },
})

export const countReceived = (scope: Query, from: BusinessDate, to: BusinessDate) =>
  count('cases', received(scope, from, to))

/** Matters in the order of their receipt, without their stories. */
export const receivedCases = (scope: Query, from: BusinessDate, to: BusinessDate) =>
  paged<CaseDocument>('cases', received(scope, from, to), 'receivedOn', {
    log: 0,
    out: 0,
    materials: 0,
  })

export const noteFile = (
  { _id, township }: ExportDocument,
  fileId: string,
  now: Date,
): Promise<boolean> =>
  updateOne(
    'exports',
    { _id, township },
    { $set: { fileId, nextDueAt: new Date(+now + FILE_MS) }, $inc: { v: 1 } },
  )

/** The file goes, the note stays. Doing it twice changes nothing. */
export async function dropFile({ _id, township, fileId }: ExportDocument): Promise<void> {
  if (fileId !== null) await removeFile(fileId)
  await updateOne(
    'exports',
    { _id, township },
    { $set: { fileId: null }, $unset: { nextDueAt: '' }, $inc: { v: 1 } },
  )
}
