import type { Call } from '../functions/call'
import type { Body } from './body-fields'

/** One request to `POST /admin`. */
export interface AdminRequest {
  readonly action: string
  readonly body: Body
  /** The function call it comes from; null for an SDK outside of a function. */
  readonly call: Call | null
}

/** Does the work of one action and returns what stands beside `requestId` in the answer. */
export type AdminHandler = (
  request: AdminRequest,
) => Promise<Record<string, unknown>> | Record<string, unknown>

/** Action name to handler, as the table in cloudbase.md. */
export type AdminActions = Readonly<Record<string, AdminHandler>>
