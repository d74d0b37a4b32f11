/** 地方的改动: one conditional write with its history, and what the administrator sees of it. */
import type { KnownCall } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { repeatOf } from '../../core/store/commit'
import { findOne, updateOne } from '../../core/store/database'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import { orFresh, overtaken, refuseStale } from '../fresh'
import type { Seen } from '../fresh'

/** How much of the history goes with it. */
const LATEST_CHANGES = 20

interface PlaceChange extends Seen {
  readonly placeId: string
  readonly set: Partial<Pick<PlaceDocument, 'address' | 'phone' | 'hours' | 'location' | 'windows'>>
  /** What it was before, for whoever asks later. */
  readonly was: (place: PlaceDocument) => string
}

/**
 * Writes a change of a place once; a repeat writes nothing.
 *
 * @throws AppError `NOT_FOUND`; `CONFLICT` with the fresh state when somebody else was first.
 */
export function changePlace(call: KnownCall, change: PlaceChange): Promise<void> {
  const { placeId, set, was } = change
  const write = async () => {
    const { township, now, caller, request } = call
    const place = await readPlace(township, placeId)
    if (repeatOf(place.history, request)) return
    refuseStale(change, place.v, `“${place.name}”`)
    const entry = { at: now, byName: caller.name, text: `原来：${was(place)}`, ...request }
    const written = await updateOne(
      'places',
      { _id: place._id, township, v: place.v },
      { $set: { ...set, edited: true }, $inc: { v: 1 }, $push: { history: entry } },
    )
    if (!written) throw overtaken(`“${place.name}”`)
  }
  return orFresh(write, () => placeHistory(call.township, placeId))
}

/** A place with its version and what was changed, newest first. Throws `NOT_FOUND`. */
export async function placeHistory(township: string, placeId: string) {
  const { v: version, history, ...place } = await readPlace(township, placeId)
  const changes = history.slice(-LATEST_CHANGES).toReversed()
  return { place: { ...place, version }, changes }
}

async function readPlace(township: string, placeId: string): Promise<PlaceDocument> {
  const place = await findOne<PlaceDocument>('places', {
    _id: `${township}:place:${placeId}`,
    township,
  })
  if (!place) throw notFound('这个地方')
  return place
}
