/** 谁听说了什么: whom a change of 去向 is news for, and for whom it is not. */

interface Heard {
  readonly id: string
  readonly words: string
  readonly count: number
}

/** A seat to come, and where the person to be seen will be. */
export interface Expected {
  readonly id: string
  readonly words: string
  readonly away: boolean
}

/**
 * What everybody will have heard after this telling, numbered `count` where it is new. Who heard
 * nothing yet hears only of an absence; who heard of one hears of its end; nobody hears the same
 * words twice running. Seats that are not expected any more are forgotten.
 */
export function heardAfter(
  before: readonly Heard[],
  expected: readonly Expected[],
  count: number,
): Heard[] {
  const heard = new Map(before.map((one) => [one.id, one]))
  return expected.flatMap(({ id, words, away }) => {
    const last = heard.get(id)
    if (last?.words === words) return [last]
    return last || away ? [{ id, words, count }] : []
  })
}
