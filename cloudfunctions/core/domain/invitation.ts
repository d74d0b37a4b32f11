/** 邀请: a code that binds one WeChat to one post, once. */

/** Digits that can be read out on the phone. */
export const CODE_DIGITS = 8
/** Three days: long enough for a weekend. */
export const VALID_HOURS = 72
/** Wrong codes of one person on one day; more would be guessing. */
export const MOST_GUESSES = 5

export type InvitationState = 'open' | 'used' | 'withdrawn' | 'expired'

/** An open invitation is expired once its time is over; nothing needs to be written for that. */
export const invitationState = (
  { state, expiresAt }: { readonly state: 'open' | 'used' | 'withdrawn'; readonly expiresAt: Date },
  now: Date,
): InvitationState => (state === 'open' && expiresAt <= now ? 'expired' : state)
