const HostDate = Date

let offset = 0

/** The moment on the phone, in ms: the computer's clock plus the demonstration's shift. */
export const phoneNow = (): number => HostDate.now() + offset

export function shiftClock(offsetMs: number): void {
  offset = offsetMs
}

/**
 * Replaces `Date` before the mini-program runs, so that its code needs no hook for the
 * demonstration's clock. Timers keep real time.
 */
export function installPhoneClock(): void {
  const PhoneDate = function (this: unknown, ...parts: unknown[]) {
    if (!new.target) return new HostDate(phoneNow()).toString()
    const real =
      parts.length === 0 ? new HostDate(phoneNow()) : (Reflect.construct(HostDate, parts) as Date)
    return Object.setPrototypeOf(real, (new.target as unknown as DateConstructor).prototype) as Date
  } as unknown as DateConstructor
  Object.defineProperties(PhoneDate, {
    prototype: { value: HostDate.prototype },
    name: { value: 'Date' },
    length: { value: 7 },
  })
  PhoneDate.now = phoneNow
  PhoneDate.parse = HostDate.parse
  PhoneDate.UTC = HostDate.UTC
  HostDate.prototype.constructor = PhoneDate
  window.Date = PhoneDate
}

/** Asks the local cloud how far its clock is shifted; without one the phone shows real time. */
export async function followServerClock(): Promise<void> {
  try {
    const response = await fetch('/clock')
    if (!response.ok) return
    const { offsetMs } = (await response.json()) as { offsetMs?: number }
    if (typeof offsetMs === 'number') shiftClock(offsetMs)
  } catch {
    // opened from a plain file server: real time it is
  }
}
