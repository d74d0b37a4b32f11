/** What production limits, in one place. One switch (`--no-limits`) turns all of it off. */
export interface Limits {
  /** The text a mini-program hands to a function, in bytes of JSON. */
  readonly requestBytes: number
  /** What a function hands back, or the gateway to a function, in bytes of JSON. */
  readonly answerBytes: number
  /** Documents of one `get`; a request for more gets this many, as from the SDK. */
  readonly documentsPerRead: number
  /** How long a transaction may stay open. */
  readonly transactionMs: number
  /** Functions end after 1 to 60 s, as their config.json says. */
  readonly functionTimeouts: boolean
  /** Timers have exactly seven fields; without, the five or six of a crontab are understood too. */
  readonly sevenFieldTimers: boolean
  /** Subscribe messages need fields WeChat accepts and a permit. */
  readonly messageRules: boolean
}

/** The longest time a timer of Node can wait (24.8 days). */
export const LONGEST_WAIT_MS = 2 ** 31 - 1

export const PRODUCTION_LIMITS: Limits = {
  requestBytes: 100 * 1024,
  answerBytes: 1024 * 1024,
  documentsPerRead: 1000,
  transactionMs: 30_000,
  functionTimeouts: true,
  sevenFieldTimers: true,
  messageRules: true,
}

export const NO_LIMITS: Limits = {
  requestBytes: Infinity,
  answerBytes: Infinity,
  documentsPerRead: Infinity,
  transactionMs: LONGEST_WAIT_MS,
  functionTimeouts: false,
  sevenFieldTimers: false,
  messageRules: false,
}
