/** 哪天有人来: written whenever the plan is carried out, read by the home page in its one request. */
import { DuplicateError, insert, updateOne } from './database'
import type { ServiceDays } from './documents/catalog'

export const serviceDaysId = (township: string): string => `${township}:serviceDays`

/** Written over as a whole, so that doing it twice changes nothing. */
export async function keepServiceDays(
  township: string,
  villages: ServiceDays['villages'],
): Promise<void> {
  const _id = serviceDaysId(township)
  if (await updateOne('directory', { _id, township }, { $set: { villages } })) return
  try {
    const doc: ServiceDays = { _id, township, schema: 1, kind: 'serviceDays', villages }
    await insert('directory', doc)
  } catch (error) {
    // It is there and says the same already.
    if (!(error instanceof DuplicateError)) throw error
  }
}
