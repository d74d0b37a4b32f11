/** The people of the sample data, by what they are in a test. */
export const VILLAGER = 'demo-villager-1'
export const OTHER_VILLAGER = 'demo-villager-2'
export const AGENT = 'demo-agent-v01'
export const OTHER_AGENT = 'demo-agent-v02'
export const CADRE = 'demo-cadre-mz'
export const OTHER_CADRE = 'demo-cadre-yb'
export const WINDOW = 'demo-window-2'
export const OTHER_WINDOW = 'demo-window-4'
export const LEADER = 'demo-leader'
/** 乡长: a leader, and the head of the authority. */
export const HEAD = 'demo-leader-2'
export const SUPERVISOR = 'demo-supervisor'
export const ADMIN = 'demo-admin'
export const UNKNOWN = 'somebody-unknown'

/** Tuesday 24 November 2026, 9:20 in Shimen. */
export const TUESDAY = '2026-11-24T01:20:00.000Z'
/** The Thursday of that week. */
export const THURSDAY = '2026-11-26'

let counter = 0
/** A request id that no other request of this run has. */
export const newRequest = (): string => `request-${String(++counter)}`
