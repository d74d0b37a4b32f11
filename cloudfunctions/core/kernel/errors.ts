/**
 * Everything an action may answer instead of data. The message is for the person on the phone: what
 * happened, why, what to do now. No other error leaves a function.
 */

/** The closed set of codes on the wire, each with its meaning. */
export const ERROR_CODES = {
  /** We do not know who is calling, or they have not registered name and village yet. */
  UNAUTHENTICATED: '还不知道您是谁',
  /** Known, but this is not theirs to do. */
  FORBIDDEN: '不归您办',
  /** It is not there, or it is somebody else's: a stranger cannot tell the difference. */
  NOT_FOUND: '没找到',
  /** The request itself is wrong; `fields` says where. */
  INVALID_INPUT: '填的不对',
  /** It changed in between, or the same request came with other content. */
  CONFLICT: '刚刚变了',
  RATE_LIMITED: '试得太多',
  /** Our fault; the log has the request id. */
  INTERNAL: '我们这边出了问题',
  /** Consent to storing personal data was not given (个人信息保护法). */
  CONSENT_REQUIRED: '需要您同意',
  SLOT_FULL: '约满了',
  SLOT_CLOSED: '这个时间不开放',
  /** One seat per person and half day. */
  ALREADY_BOOKED: '已经约过了',
  TOO_LATE: '已经过了',
  /** The state machine does not allow it now. */
  ACTION_NOT_ALLOWED: '现在不能这样做',
  /** 交接不脱岗: leave begins when somebody has accepted the hand-over. */
  HANDOVER_PENDING: '还没人接手',
  /** 事事有答复: no decision and no completion without a reply. */
  REPLY_REQUIRED: '还没写答复',
  /** 一次性告知: a second notice for what could have been known. */
  NOTICE_ALREADY_GIVEN: '已经一次告知过了',
  ALREADY_RATED: '已经评价过了',
  /** A bulletin is about a month that is over. */
  MONTH_NOT_OVER: '这个月还没过完',
  /** What is published is frozen; corrections are added. */
  BULLETIN_FROZEN: '已经公布，不能改',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

export interface ErrorDetails {
  /** Which field is wrong, and what is wrong with it, in plain Chinese. */
  readonly fields?: Readonly<Record<string, string>>
  /** True when the same request may succeed if sent again. */
  readonly retryable?: boolean
  /** The fresh state, so that the page need not ask again. */
  readonly data?: unknown
}

/**
 * An error meant for the person who called.
 *
 * @example throw new AppError('SLOT_FULL', '这个时间约满了，请看看别的时间。')
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message)
  }
}

/** The one answer for what is missing and for what is somebody else's. */
export const notFound = (what: string): AppError =>
  new AppError('NOT_FOUND', `没找到${what}。可能输错了，或者不是您的；不清楚就打便民服务站电话。`)
