/**
 * 八有检查: what is missing becomes a task of the room's agent; whoever inspects looks again before
 * it is closed.
 */
import type { Flow } from './flow'

export const VENUE_CHECK_STATES = {
  fine: '八样都有',
  fixing: '在整改',
  fixed: '改好了，等复查',
  closed: '复查过了',
} as const

export type VenueCheckState = keyof typeof VENUE_CHECK_STATES

export const VENUE_CHECK_ACTIONS = {
  fixVenue: '报整改',
  passVenue: '复查通过',
  returnVenue: '退回再改',
  remind: '提醒整改到期',
  reckon: '重新算日子',
} as const

export type VenueCheckAction = keyof typeof VENUE_CHECK_ACTIONS

export const VENUE_CHECK: Flow<VenueCheckState, VenueCheckAction, null> = {
  name: '八有检查',
  states: VENUE_CHECK_STATES,
  actions: VENUE_CHECK_ACTIONS,
  initial: 'fixing',
  final: ['fine', 'closed'],
  rows: [
    { from: ['fixing'], action: 'fixVenue', to: 'fixed', by: ['agent'], effects: ['tell:holder'] },
    {
      from: ['fixed'],
      action: 'passVenue',
      to: 'closed',
      by: ['leader', 'supervisor'],
      effects: ['close'],
    },
    { from: ['fixing'], action: 'remind', by: ['system'] },
    { from: ['fixing'], action: 'reckon', by: ['system'] },
    { from: ['fixed'], action: 'returnVenue', to: 'fixing', by: ['leader', 'supervisor'] },
  ],
}
