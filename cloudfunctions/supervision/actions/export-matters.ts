import { action } from '../../core/kernel/action'
import type { KnownCall } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { createOnce } from '../../core/store/commit'
import type { ExportDocument } from '../../core/store/documents/export'
import { countReceived, noteFile, receivedCases } from '../../core/store/exports'
import { storedFile, temporaryLink } from '../../core/store/files'
import { keptPlaces } from '../../core/store/places'
import { businessDate, daysBetween, spokenDate, wallTime } from '../../../miniprogram/shared/dates'
import { registerFile } from '../export/workbook'
import { exportMattersInput, exportMattersOutput } from '../schema/export'

const LONGEST_DAYS = 366
/** What one call makes in time and memory; a township has a tenth of it in a year. */
const MOST_ROWS = 20_000

export const exportMatters = action({
  summary: '导出办件台账（表格）：姓名电话遮住；监督写明原因才给全的，原因记下来',
  by: ['leader', 'supervisor'],
  scope: 'township',
  input: exportMattersInput,
  output: exportMattersOutput,
  run: async (call, { from, to, reason = null }) => {
    refuseSpan(from, to)
    if (reason !== null && !call.caller.roles.includes('supervisor')) {
      throw new AppError('FORBIDDEN', '全名和电话只有监督写明原因才能导。遮住的您可以导。')
    }
    const rows = await countReceived(call.scope, from, to)
    if (rows > MOST_ROWS) {
      throw new AppError('INVALID_INPUT', `这些天有${String(rows)}件，太多了，分几次导。`, {
        fields: { from: '选短一点' },
      })
    }
    // Written down before anything leaves: who took what, and why.
    const noted = await createOnce('exports', noteOf(call, { from, to, reason, rows }))
    const url = await fileOf(call, noted)
    if (!url) {
      throw new AppError('INTERNAL', '表格没有做好，过一会儿再点一次。', { retryable: true })
    }
    return { url, name: `${titleOf(noted)}.xlsx`, rows }
  },
})

type Asked = Pick<ExportDocument, 'from' | 'to' | 'reason' | 'rows'>

const noteOf = ({ township, now, caller, request }: KnownCall, asked: Asked): ExportDocument => ({
  _id: request.key,
  township,
  schema: 1,
  v: 1,
  at: now,
  by: { account: caller.id, name: caller.name },
  ...asked,
  fileId: null,
  content: request.content,
})

const titleOf = ({ from, to }: Asked): string => `办件台账 ${from} 至 ${to}`

async function fileOf({ township, scope, now }: KnownCall, noted: ExportDocument) {
  const { from, to, reason, by, at } = noted
  const when = `${spokenDate(businessDate(at))} ${wallTime(at)}`
  const why = reason === null ? '姓名和电话已遮住' : `含全名和电话，原因：${reason}`
  const { villages } = await keptPlaces(township)
  const names = new Map(villages.map(({ id, name }) => [id, name]))
  const bytes = await registerFile(
    receivedCases(scope, from, to),
    { title: titleOf(noted), note: `${by.name}${when}导出。${why}。` },
    { now, full: reason !== null, villageName: (id) => names.get(id) ?? id },
  )
  // The id is a hash that nobody can guess; the file is taken away after an hour.
  const fileId = await storedFile(`exports/${township}/${noted._id}.xlsx`, bytes)
  await noteFile(noted, fileId, now)
  return temporaryLink(fileId)
}

function refuseSpan(from: string, to: string): void {
  const days = daysBetween(from, to)
  if (days >= 0 && days <= LONGEST_DAYS) return
  throw new AppError('INVALID_INPUT', '日子不对：从前往后，最多一年。请重新选。', {
    fields: { to: '从前往后，最多一年' },
  })
}
