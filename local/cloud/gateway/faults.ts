import type { Call } from '../functions/call'

/** Which call to hit, and at which of its database requests (counted from 1). */
export interface FaultOrder {
  readonly nth: number
  /** `before`: not executed. `after`: executed, then the answer is lost. */
  readonly when: 'before' | 'after'
  readonly name?: string
  readonly action?: string
  readonly openid?: string
  readonly callTag?: string
  /** How many matching calls to hit; 1 when left out. */
  readonly times?: number
}

/**
 * Makes chosen database requests fail, to prove that every action is honest and can be repeated
 * whichever of its writes is lost. Only reachable when started with `--test`.
 */
export class Faults {
  #orders: { order: FaultOrder; left: number }[] = []

  add(order: FaultOrder): void {
    this.#orders.push({ order, left: order.times ?? 1 })
  }

  clear(): void {
    this.#orders = []
  }

  /** A call begins: the first order it matches is spent on it. */
  aimAt(call: Call): void {
    const hit = this.#orders.find(({ order, left }) => left > 0 && matches(order, call))
    if (!hit) return
    hit.left -= 1
    this.#orders = this.#orders.filter(({ left }) => left > 0)
    call.fault = { nth: hit.order.nth, when: hit.order.when, fired: false }
  }
}

function matches(order: FaultOrder, call: Call): boolean {
  return (
    (order.name === undefined || order.name === call.name) &&
    (order.action === undefined || order.action === call.action) &&
    (order.openid === undefined || order.openid === call.openid) &&
    (order.callTag === undefined || order.callTag === call.tag)
  )
}
