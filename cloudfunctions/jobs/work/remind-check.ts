/** 整改到期: on the morning of the last day the agent is reminded and the inspector knows. */
import type { VenueCheck } from '../../core/store/documents/place'
import { fixNotice, VENUE_CHECKS } from '../../office/venue/check'
import { onTime } from './on-time'

export const remindCheck = (check: VenueCheck, now: Date): Promise<void> =>
  onTime(VENUE_CHECKS, check, now, () => ({
    action: 'remind',
    facts: () => null,
    change: () => ({ text: '整改今天到期' }),
    tell: (after, _effects, cause) =>
      after.parties.map((account) => fixNotice(after, cause, now, account)),
  }))
