import { action } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { repeatOf } from '../../core/store/commit'
import { findOne, updateOne } from '../../core/store/database'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import { editPlaceInput, editPlaceOutput } from '../schema/places'

export const editPlace = action({
  summary: '改一个地方的地址、电话、时间和地图位置',
  by: ['admin'],
  scope: 'township',
  input: editPlaceInput,
  output: editPlaceOutput,
  run: async ({ township, now, caller, request }, { placeId, requestId: _, ...place }) => {
    const _id = `${township}:place:${placeId}`
    const before = await findOne<PlaceDocument>('places', { _id, township })
    if (!before) throw notFound('这个地方')
    repeatOf(before.history, request)
    const { address, phone, hours } = place
    const change = {
      at: now,
      byName: caller.name,
      text: `原来：${before.address}，${before.phone}，${before.hours}`,
      ...request,
    }
    await updateOne(
      'places',
      { _id, township, 'history.key': { $ne: request.key } },
      { $set: { ...place, edited: true }, $inc: { v: 1 }, $push: { history: change } },
    )
    // What else shows it: the slots to come, and the station on the home page.
    await updateOne(
      'settings',
      { _id: `${township}:slots`, township, 'venues.id': placeId },
      { $set: { 'venues.$.address': address, 'venues.$.phone': phone }, $inc: { v: 1 } },
    )
    if (placeId === 'station') {
      await updateOne(
        'directory',
        { _id: `${township}:home`, township },
        { $set: { 'info.station.phone': phone, 'info.station.hours': hours, edited: true } },
      )
    }
    return { place: { id: placeId, name: before.name, address, phone } }
  },
})
