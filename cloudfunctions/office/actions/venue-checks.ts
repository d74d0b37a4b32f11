import { action } from '../../core/kernel/action'
import { page } from '../../core/kernel/page'
import type { VenueCheck } from '../../core/store/documents/place'
import { EVERYBODY } from '../../core/kernel/roles'
import { venueChecksInput, venueChecksOutput } from '../schema/places'
import { checkView } from '../venue/check'

export const venueChecks = action({
  summary: '八有检查的记录：一个地方的，或者还没改好的',
  by: EVERYBODY,
  scope: 'involved',
  input: venueChecksInput,
  output: venueChecksOutput,
  run: async ({ scope, caller }, { placeId, state, cursor }) => {
    const query = {
      ...scope,
      ...(placeId === undefined ? {} : { placeId }),
      ...(state === undefined ? {} : { state }),
    }
    const { docs, next } = await page<VenueCheck>('checks', query, { field: 'at', cursor })
    return { checks: docs.map((check) => checkView(check, caller)), next }
  },
})
