/** How the local cloud leaves when it cannot start; scripts and tests tell the reasons apart by it. */
export const EXIT_CODES = {
  badOption: 2,
  portInUse: 3,
  brokenData: 4,
  secondInstance: 5,
  missingBundles: 6,
  brokenSeed: 7,
  /** An export or an import did not succeed. */
  stateFile: 8,
} as const

export type StartupFailure = keyof typeof EXIT_CODES

/** Something the person at the keyboard can mend; printed without a stack. */
export class StartupError extends Error {
  readonly exitCode: number

  constructor(
    readonly failure: StartupFailure,
    message: string,
  ) {
    super(message)
    this.name = 'StartupError'
    this.exitCode = EXIT_CODES[failure]
  }
}
