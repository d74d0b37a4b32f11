/** Sends the notices that were left over, and says when to look again. */
import { dispatch } from '../../core/kernel/notices'
import { NOTICE_RETRY_MS } from '../../core/store/commit'
import { readAgain, setNextDue } from '../../core/store/due'
import type { DueCollection } from '../../core/store/due'
import type { Notice, Stored } from '../../core/store/documents/matter'

/** A timer may take its time over messages. */
const CAP_MS = 8000

interface WithNotices extends Stored {
  readonly v: number
  readonly out: readonly Notice[]
}

export async function sendNotices<Doc extends WithNotices>(
  collection: DueCollection,
  doc: Doc,
  now: Date,
  /** When the document is due by itself, apart from its notices. */
  own?: (doc: Doc) => Date | undefined,
): Promise<void> {
  const ripe = doc.out.filter((notice) => notice.notBefore <= now)
  await dispatch(collection, doc, ripe, now, CAP_MS)
  const after = await readAgain<Doc>(collection, doc)
  if (!after) return
  const times = after.out.map((notice) => Math.max(+notice.notBefore, +now + NOTICE_RETRY_MS))
  const due = own?.(after)
  if (due) times.push(+due)
  await setNextDue(collection, after, times.length > 0 ? new Date(Math.min(...times)) : undefined)
}
