import { action } from '../../core/kernel/action'
import { takeStep } from '../../core/kernel/step'
import { fixVenueInput, fixVenueOutput } from '../schema/places'
import { staffNotice } from '../notices'
import { checkView, target, VENUE_CHECKS } from '../venue/check'

export const fixVenue = action({
  summary: '村室整改好了，报给检查的人',
  by: ['agent'],
  scope: 'involved',
  input: fixVenueInput,
  output: fixVenueOutput,
  run: async (call, { id, text, fileId }) => {
    const { caller, now } = call
    const check = await takeStep(VENUE_CHECKS, call, id, {
      action: 'fixVenue',
      facts: () => null,
      change: () => ({ set: { fixed: { text, fileId: fileId ?? null } }, text }),
      tell: (after, _effects, cause) => [
        staffNotice(cause, now, {
          to: { account: after.inspector.account },
          title: '村室整改报上来了',
          text: `${after.placeName}说改好了：${text}`,
          place: after.placeName,
          hint: '看看改好没有',
          target: target(after),
        }),
      ],
    })
    return { check: checkView(check, caller) }
  },
})
