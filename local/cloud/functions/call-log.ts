import { createWriteStream } from 'node:fs'
import type { WriteStream } from 'node:fs'
import type { Call } from './call'

/** A file, standard error, or nowhere (tests). */
export type LogTarget = { readonly file: string } | 'stderr' | 'off'

/** Where the lines of the local cloud go. */
export class CallLog {
  /** The file, `stderr` or `off`. */
  readonly where: string
  readonly #stream: WriteStream | NodeJS.WriteStream | null

  constructor(target: LogTarget) {
    this.where = typeof target === 'object' ? target.file : target
    if (target === 'off') this.#stream = null
    else if (target === 'stderr') this.#stream = process.stderr
    else this.#stream = openFile(target.file)
  }

  line(text: string): void {
    this.#stream?.write(`${text}\n`)
  }

  /** Our own mistakes are shown even where calls are not. */
  internalError(error: unknown): void {
    const text = `internal error: ${error instanceof Error ? error.stack : String(error)}\n`
    const stream = this.#stream ?? process.stderr
    stream.write(text)
  }

  /** One line per call: request id, function, action, who, duration, round trips, result. */
  call(call: Call, at: number): void {
    this.line(
      [
        new Date(at).toISOString(),
        call.id,
        call.action === null ? call.name : `${call.name}.${call.action}`,
        call.openid ?? call.source,
        `${call.ms ?? 0}ms`,
        `${call.roundTrips} trips`,
        call.result ?? '-',
      ].join(' '),
    )
  }

  /** What functions print, so that it does not mix with our own standard output. */
  output(text: string): void {
    for (const line of text.split('\n')) if (line.trim() !== '') this.line(`  | ${line}`)
  }

  close(): void {
    if (this.#stream && this.#stream !== process.stderr) this.#stream.end()
  }
}

/** A log that cannot be written is no reason to stop. */
function openFile(file: string): WriteStream {
  return createWriteStream(file, { flags: 'a' }).on('error', () => undefined)
}
