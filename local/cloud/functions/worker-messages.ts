/** What a worker is started with. */
export interface WorkerData {
  readonly clock: SharedArrayBuffer
}

/** One call for a worker. Event and result travel as JSON, as they do in the cloud. */
export interface Job {
  readonly file: string
  readonly eventJson: string
  readonly context: Readonly<Record<string, unknown>>
  readonly environment: Readonly<Record<string, string>>
}

/** What a function threw. */
export interface ThrownError {
  readonly name: string
  readonly message: string
  readonly code: string | null
  readonly stack: string
}

export type WorkerMessage =
  /** The bundle is loaded: the function's own time starts. */
  | { readonly kind: 'loaded' }
  | { readonly kind: 'result'; readonly json: string }
  | { readonly kind: 'thrown'; readonly error: ThrownError }
