import type { Actor } from '../../core/kernel/step'

/** Who does what happens by itself when it is time. */
export const SYSTEM: Actor = { id: 'system', name: '到期提醒', relations: ['system'] }
