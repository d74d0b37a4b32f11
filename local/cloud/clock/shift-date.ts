/**
 * Makes `new Date()`, `Date()` and `Date.now()` of this thread follow the host's clock. Everything
 * else of Date stays the native one, `instanceof` and subclasses included. Timers and
 * `performance.now()` stay real.
 */
export function shiftDate(sharedOffset: SharedArrayBuffer): void {
  const offset = new BigInt64Array(sharedOffset)
  const RealDate = Date
  const now = (): number => RealDate.now() + Number(Atomics.load(offset, 0))
  const shifted = new Proxy(RealDate, {
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    apply: () => new RealDate(now()).toString(),
    get: (target, key, receiver) =>
      key === 'now' ? now : (Reflect.get(target, key, receiver) as unknown),
  })
  RealDate.prototype.constructor = shifted
  globalThis.Date = shifted
}
