/** Everything the database answers instead of a result: a closed set, each with its meaning. */
export type DatabaseErrorCode =
  /** The collection was never created: production answers the same until someone creates it. */
  | 'DATABASE_COLLECTION_NOT_EXIST'
  /** `createCollection` of one that is there already. */
  | 'DATABASE_COLLECTION_ALREADY_EXIST'
  /** The request was understood and refused: a duplicate key (E11000), an unknown operator … */
  | 'DATABASE_REQUEST_FAILED'
  /** Two transactions want the same document: this one is aborted, the caller may start again. */
  | 'DATABASE_TRANSACTION_CONFLICT'
  /** The transaction is over: 30 s passed, or it was committed or aborted before. */
  | 'DATABASE_TRANSACTION_FAIL'
  /** The request itself is malformed: EJSON that does not parse, a negative limit … */
  | 'INVALID_PARAM'
  /** The data file is not ours or is damaged. */
  | 'DATA_FILE_BROKEN'
  /** The data file, or its folder, may not be written or opened. */
  | 'DATA_FILE_READONLY'
  /** Another process has this data open. */
  | 'DATA_FILE_IN_USE'

export class DatabaseError extends Error {
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.name = 'DatabaseError'
  }
}

/** The text production's driver gives: callers look for `E11000` in it. */
export function duplicateKey(collection: string, index: string, key: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}`,
  )
}

export function collectionNotExist(name: string): DatabaseError {
  return new DatabaseError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. 集合还没有建：在 cloudfunctions/core/store/collections.ts 声明它。`,
  )
}

export function refused(message: string, cause?: unknown): DatabaseError {
  return new DatabaseError('DATABASE_REQUEST_FAILED', message, { cause })
}

export function invalid(message: string, cause?: unknown): DatabaseError {
  return new DatabaseError('INVALID_PARAM', message, { cause })
}
