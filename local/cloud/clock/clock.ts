import { readFileSync, renameSync, writeFileSync } from 'node:fs'

/**
 * The clock of the host: real time plus an offset. Functions see it because their workers shift
 * `Date` by the shared offset before a bundle is loaded; no function code has a hook for it.
 */
export class Clock {
  /** One 64-bit integer: the offset in ms, read by every worker at each `Date.now()`. */
  readonly shared = new SharedArrayBuffer(8)
  readonly #offset = new BigInt64Array(this.shared)

  /**
   * @param file keeps the offset over a restart
   * @param start where a new clock starts; a clock that is already later stays where it is
   */
  constructor(
    private readonly file: string,
    start?: number,
  ) {
    const stored = readOffset(file)
    Atomics.store(this.#offset, 0, BigInt(stored ?? 0))
    if (start === undefined) return
    if (stored === null) this.#set(start - Date.now())
    else this.moveTo(start)
  }

  now(): number {
    return Date.now() + this.offsetMs
  }

  get offsetMs(): number {
    return Number(Atomics.load(this.#offset, 0))
  }

  /** Never back: stored times would lie in the future. Returns false when refused. */
  moveTo(instant: number): boolean {
    if (instant < this.now()) return false
    this.#set(instant - Date.now())
    return true
  }

  #set(offsetMs: number): void {
    Atomics.store(this.#offset, 0, BigInt(Math.round(offsetMs)))
    writeFileSync(`${this.file}.new`, JSON.stringify({ offsetMs: this.offsetMs }))
    renameSync(`${this.file}.new`, this.file)
  }
}

function readOffset(file: string): number | null {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  const { offsetMs } = JSON.parse(text) as { offsetMs?: unknown }
  if (typeof offsetMs !== 'number' || !Number.isSafeInteger(offsetMs)) {
    throw new SyntaxError(`${file}: offsetMs is not a number`)
  }
  return offsetMs
}
