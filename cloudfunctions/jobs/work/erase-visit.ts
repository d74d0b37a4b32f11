/** 走访: name and words are kept no longer than needed; village and day stay as a count. */
import { updateOne } from '../../core/store/database'
import type { Visit } from '../../core/store/documents/visit'

export async function eraseVisit({ _id, township }: Visit): Promise<void> {
  await updateOne(
    'visits',
    { _id, township },
    { $set: { said: null }, $unset: { nextDueAt: '' }, $inc: { v: 1 } },
  )
}
