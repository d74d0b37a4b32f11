import type { FunctionErrorCode } from '../functions/functions'

/** The codes the gateway answers with by itself; the database adds its own. */
export type GatewayErrorCode =
  /** The request does not say what it should. */
  | 'INVALID_PARAM'
  /** Broken JSON, or not JSON at all. */
  | 'INVALID_JSON'
  /** A function called by a function failed; also: a body or an answer over a limit. */
  | FunctionErrorCode
  /** Somebody else's web page, or a name that points here. */
  | 'FORBIDDEN_HOST'
  | 'NOT_FOUND'
  | 'DATABASE_COLLECTION_NOT_EXIST'
  | 'STORAGE_FILE_NONEXIST'
  /** The address of a file is not ours or has expired. */
  | 'SIGNATURE_EXPIRED'
  /** Ours; the message says no more than that. */
  | 'SYS_ERR'

/** An error whose code and text may leave the gateway. */
export class GatewayError extends Error {
  constructor(
    readonly code: GatewayErrorCode,
    message: string,
    readonly status = 400,
  ) {
    super(message)
    this.name = 'GatewayError'
  }
}
