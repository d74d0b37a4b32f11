/** The clock of this test file stands until it is set; much cheaper than faked timers. */
const RealDate = Date
let standsAt = RealDate.now()

class StoppedDate extends RealDate {
  constructor(...given: unknown[]) {
    super(...((given.length === 0 ? [standsAt] : given) as [number]))
  }

  static override now(): number {
    return standsAt
  }
}

/** From now on `new Date()` is this moment. */
export function setClock(now: Date): void {
  standsAt = now.getTime()
  globalThis.Date = StoppedDate as DateConstructor
}
