/** Who calls: a WeChat user, the timer, or another function on somebody's behalf. */
export type CallSource = 'wx_client' | 'timer' | 'wx_client,scf' | 'timer,scf' | 'scf'

/** One request a call made to the gateway. */
export interface CallRequest {
  readonly action: string
  readonly collection?: string
}

/** A fault aimed at one call, see gateway/faults.ts. */
export interface AimedFault {
  readonly nth: number
  readonly when: 'before' | 'after'
  fired: boolean
}

/** One call of a function, from its start to some time after its end. */
export interface Call {
  readonly id: string
  readonly name: string
  /** `event.action`, when the event has one. */
  readonly action: string | null
  readonly openid: string | null
  readonly source: CallSource
  readonly tag: string | null
  readonly startedAt: number
  readonly requests: CallRequest[]
  /** Database requests up to the answer. */
  roundTrips: number
  fault: AimedFault | null
  ms: number | null
  /** `ok`, or the error code of the answer. */
  result: string | null
}

const REMEMBERED = 500

/** The calls under way, to find by id who makes a request, and the last ones that ended. */
export class Calls {
  readonly #active = new Map<string, Call>()
  readonly #ended: Call[] = []

  begin(call: Call): void {
    this.#active.set(call.id, call)
  }

  end(call: Call, ms: number, result: string): void {
    call.ms = ms
    call.result = result
    this.#active.delete(call.id)
    this.#ended.push(call)
    if (this.#ended.length > REMEMBERED) this.#ended.shift()
  }

  active(id: string): Call | null {
    return this.#active.get(id) ?? null
  }

  /** Calls that have not ended, oldest first. */
  underWay(): readonly Call[] {
    return [...this.#active.values()]
  }

  /** Calls that ended, oldest first. */
  recent(): readonly Call[] {
    return this.#ended
  }
}
