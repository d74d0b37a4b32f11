import { action } from '../../core/kernel/action'
import { updateOne } from '../../core/store/database'
import { editPlaceInput, editPlaceOutput } from '../schema/places'
import { changePlace, placeHistory } from '../venue/change'

export const editPlace = action({
  summary: '改一个地方的地址、电话、时间和地图位置',
  by: ['admin'],
  scope: 'township',
  input: editPlaceInput,
  output: editPlaceOutput,
  run: async (call, { placeId, version, requestId: _, ...place }) => {
    const { township } = call
    const { address, phone, hours } = place
    await changePlace(call, {
      placeId,
      version,
      set: place,
      was: (before) => `${before.address}，${before.phone}，${before.hours}`,
    })
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
    return placeHistory(township, placeId)
  },
})
