import { openAction } from '../../core/kernel/action'
import { notFound } from '../../core/kernel/errors'
import { inOrder } from '../../core/domain/queue'
import { findDay } from '../../core/store/days'
import { findOne } from '../../core/store/database'
import type { PlaceDocument } from '../../core/store/documents/catalog'
import { businessDate } from '../../../miniprogram/shared/dates'
import { hallInput, hallOutput } from '../schema'

/** As many as fit on the screen. */
const MOST_SHOWN = 6

export const hall = openAction({
  summary: '大厅屏幕：正在叫几号、到哪个窗口，后面是几号；只有号码，没有名字',
  by: ['public'],
  scope: 'public',
  input: hallInput,
  output: hallOutput,
  run: async ({ township, now }, { venueId }) => {
    const [place, day] = await Promise.all([
      findOne<PlaceDocument>('places', { _id: `${township}:place:${venueId}`, township }),
      findDay({ township, venueId, date: businessDate(now) }),
    ])
    if (!place) throw notFound('这个地方')
    const entries = day?.entries ?? []
    const calling = entries
      .filter(({ state, call }) => state === 'called' && call)
      .sort((a, b) => Number(b.call?.at) - Number(a.call?.at))
      .slice(0, MOST_SHOWN)
    const waiting = inOrder(entries, now)
    return {
      name: place.name,
      calling: calling.map(({ no, call }) => ({
        number: String(no),
        window: call?.window ?? '',
      })),
      next: waiting.slice(0, MOST_SHOWN).map(({ no }) => String(no)),
      waiting: waiting.length,
    }
  },
})
