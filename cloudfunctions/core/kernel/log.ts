export interface CallRecord {
  readonly requestId: string
  readonly action: string
  readonly ms: number
  /** Database requests of this call, sends included. */
  readonly trips: number
  readonly result: string
}

/** One line per call, JSON, without personal data. */
export function logCall(record: CallRecord): void {
  console.info(JSON.stringify(record))
}
