/**
 * Who may know of what people raise. Anonymous words and complaints go to the supervisor alone, and
 * never to whom they are about: about the supervisor, they go to the leader alone.
 */
export type Watch = 'station' | 'supervisor' | 'leader'

export function watchOf(raised: {
  readonly kind: string
  readonly anonymous: boolean
  /** Roles of whom it is about; empty when it is about nobody. */
  readonly aboutRoles: readonly string[]
}): Watch {
  if (raised.aboutRoles.includes('supervisor')) return 'leader'
  const alone = raised.anonymous || raised.kind === 'complaint' || raised.aboutRoles.length > 0
  return alone ? 'supervisor' : 'station'
}

/** Which of the two hear of it. */
export const watchersOf = (watch: Watch): readonly ('leader' | 'supervisor')[] =>
  watch === 'station' ? ['leader', 'supervisor'] : [watch]
