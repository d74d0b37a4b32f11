/** 八有: the eight things that every village service room has. */

/** In the order in which they are checked on the spot. */
export const EIGHT_HAVES = {
  place: '有场所',
  sign: '有牌子',
  rules: '有制度',
  ledger: '有台账',
  telephone: '有电话',
  computer: '有电脑',
  noticeBoard: '有公示栏',
  agent: '有代办员',
} as const

export type Have = keyof typeof EIGHT_HAVES
export type EightHaves = Readonly<Record<Have, boolean>>

export const HAVES = Object.keys(EIGHT_HAVES) as Have[]

/** What is not there, in words, in fixed order. */
export const missingHaves = (haves: EightHaves): string[] =>
  HAVES.filter((have) => !haves[have]).map((have) => EIGHT_HAVES[have].slice(1))

/** Working days to put right what is missing (our decision; the inspector may give fewer or more). */
export const FIX_WORKDAYS = 10
