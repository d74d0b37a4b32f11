import { action } from '../../core/kernel/action'
import { AppError } from '../../core/kernel/errors'
import { takeStep } from '../../core/kernel/step'
import { HAVES } from '../../core/domain/eight-haves'
import type { EightHaves } from '../../core/domain/eight-haves'
import { updateOne } from '../../core/store/database'
import { reviewVenueInput, reviewVenueOutput } from '../schema/places'
import { checkView, tellAgents, VENUE_CHECKS } from '../venue/check'

const ALL_THERE = Object.fromEntries(HAVES.map((have) => [have, true])) as EightHaves

export const reviewVenue = action({
  summary: '复查村室：改好了通过，没改好退回',
  by: ['leader', 'supervisor'],
  scope: 'involved',
  input: reviewVenueInput,
  output: reviewVenueOutput,
  run: async (call, { id, pass, text = '' }) => {
    const { caller, now, township } = call
    if (!pass && !text) {
      throw new AppError('INVALID_INPUT', '写一句还差什么，代办员才知道怎么改。', {
        fields: { text: '没有填' },
      })
    }
    const check = await takeStep(VENUE_CHECKS, call, id, {
      action: pass ? 'passVenue' : 'returnVenue',
      facts: () => null,
      change: () => ({ text: text || '改好了' }),
      tell: (after, _effects, cause) => (pass ? [] : tellAgents(after, cause, now)),
    })
    if (pass) {
      await updateOne(
        'places',
        { _id: `${township}:place:${check.placeId}`, township },
        { $set: { eightHaves: ALL_THERE, edited: true } },
      )
    }
    return { check: checkView(check, caller) }
  },
})
