/** What the rows of the application flow look at, and why they refuse. Sources in the comments. */
import type { Refusal, RefusalCode } from './flow'

/** A matter as the guards see it: what is stored, with what this step would add. */
export interface ApplicationFacts {
  /** The reply that the villager will see; empty while there is none. */
  readonly reply: string
  /** Papers that were asked for and are still missing. */
  readonly missing: number
  /** 一次性告知 was given before. */
  readonly noticed: boolean
  /** Why a second notice could not have been known the first time; empty when nobody says. */
  readonly exception: string
  /** The township asked whether the matter should be withdrawn, because papers are late. */
  readonly late: boolean
  /** With whom somebody spoke before a late matter is withdrawn; empty when with nobody. */
  readonly spokeWith: string
  /** Withdrawn for lateness, not by the villager's own wish. */
  readonly withdrawnLate: boolean
  /** Calendar days since it ended; 0 while it is open. */
  readonly daysSinceEnd: number
  readonly extension: 'none' | 'asked' | 'granted' | 'declined'
  /** The head says yes to it. */
  readonly grants: boolean
  readonly transfer: 'none' | 'asked' | 'declined'
  readonly joint: boolean
  /** Departments of a joint approval that have not said anything yet. */
  readonly opinionsMissing: number
  /** 联合踏勘: planned with at least two officers and reported. */
  readonly surveyed: boolean
  /** 公示 is over, or the item needs none. */
  readonly publicized: boolean
  /** Opinions of leaders that nobody answered. */
  readonly leaderOpinionsOpen: number
  /** 原件 that were taken and not signed back. */
  readonly originalsOut: number
  /** 委托 was given. */
  readonly authorised: boolean
  /** The agent still has papers to bring to the township. */
  readonly carrying: boolean
  readonly deceased: boolean
  /** Somebody of the unit has opened it. */
  readonly opened: boolean
  /** Steps at the county whose result is not there yet. */
  readonly externalOpen: number
  /** 公示 is running. */
  readonly publicityOpen: boolean
}

/** 补正: a matter withdrawn because papers were late goes on under its number for this long. */
export const RESUMABLE_DAYS = 30
/** 办结后群众还不满意: reopened for this long; after that a new, linked matter. */
export const REOPEN_DAYS = 30

type Guard = (facts: ApplicationFacts) => Refusal | null

/** A guard from a condition and the sentence for when it does not hold. */
const unless =
  (
    holds: (facts: ApplicationFacts) => boolean,
    message: string,
    code: RefusalCode = 'ACTION_NOT_ALLOWED',
  ): Guard =>
  (facts) =>
    holds(facts) ? null : { code, message }

/** All of these, in order. */
export const all =
  (...guards: readonly Guard[]): Guard =>
  (facts) => {
    for (const guard of guards) {
      const refusal = guard(facts)
      if (refusal) return refusal
    }
    return null
  }

/** 事事有答复. */
export const replyRequired = unless(
  ({ reply }) => reply.trim() !== '',
  '还没写给群众的答复。事事有答复，请写明办成了什么，或者为什么没办成。',
  'REPLY_REQUIRED',
)

/** 行政许可法 32: everything missing is told at once. */
export const firstNotice = unless(
  ({ noticed }) => !noticed,
  '补材料已经一次告诉过群众了。确实是当时没法知道的，请写明原因，会告诉监督。',
  'NOTICE_ALREADY_GIVEN',
)

export const withException = unless(
  ({ exception }) => exception.trim() !== '',
  '补材料已经一次告诉过群众了。确实是当时没法知道的，请写明原因，会告诉监督。',
  'NOTICE_ALREADY_GIVEN',
)

/** Accepted means that the papers were there: whatever is asked for then was not said in time. */
export const exceptionOnceAccepted = unless(
  ({ exception }) => exception.trim() !== '',
  '受理以后不再要材料。确实是当时没法知道的，请写明原因，会告诉监督。',
  'NOTICE_ALREADY_GIVEN',
)

export const nothingMissing = unless(
  ({ missing }) => missing === 0,
  '还有要补的材料没收到。先收材料；急的可以容缺受理，请写明哪天补、不补怎样。',
)

export const lateAndSpoken = all(
  unless(({ late }) => late, '补材料的日子还没过，不能按没补处理。来不及的，请先打电话问问他。'),
  unless(
    ({ spokeWith }) => spokeWith.trim() !== '',
    '请先和申请人说过话，写明和谁说的、怎么说的，再按没补处理。',
  ),
)

export const withinResumption = unless(
  ({ withdrawnLate, daysSinceEnd }) => withdrawnLate && daysSinceEnd <= RESUMABLE_DAYS,
  `这件事已经撤回了，过了${String(RESUMABLE_DAYS)}天不能接着办。请重新交一次，我们帮您把材料带过去。`,
)

export const withinReopening = unless(
  ({ daysSinceEnd }) => daysSinceEnd <= REOPEN_DAYS,
  `办结超过${String(REOPEN_DAYS)}天了，不能再打开。请重新交一次，写上原来的编号，我们接着办。`,
)

/** 行政许可法 42: once. */
export const notExtended = unless(
  ({ extension }) => extension === 'none' || extension === 'declined',
  '延期只能一次，已经报过了。请按现在的日子办。',
)

export const extensionAsked = unless(
  ({ extension }) => extension === 'asked',
  '没有等着批的延期。请刷新看看最新情况。',
)

export const granted = unless(({ grants }) => grants, '这次没批延期。')

export const noTransferOpen = unless(
  ({ transfer }) => transfer === 'none',
  '已经请别的部门接手，还在等他们答复。请先等答复，或者请站长定。',
)

export const transferAsked = unless(
  ({ transfer }) => transfer === 'asked',
  '没有等着接手的转办。请刷新看看最新情况。',
)

export const isJoint = unless(
  ({ joint }) => joint,
  '这个事项不是联合审批，不用这一步。请直接办理、写答复。',
)

/** 联合审批: every department has spoken, the place was seen, the public was asked. */
export const jointComplete = unless(
  ({ joint, opinionsMissing, surveyed, publicized }) =>
    !joint || (opinionsMissing === 0 && surveyed && publicized),
  '联合审批还没走完：各部门的意见、踏勘、公示都齐了再出结果。请看看还差哪一步。',
)

export const leadersAnswered = unless(
  ({ leaderOpinionsOpen }) => leaderOpinionsOpen === 0,
  '领导的意见还没有回复。请先回复领导的意见，再办结。',
)

export const originalsReturned = unless(
  ({ originalsOut }) => originalsOut === 0,
  '收的原件还没有还给群众。请先还原件、请他签收，再办结。',
)

export const opinionOpen = unless(
  ({ leaderOpinionsOpen }) => leaderOpinionsOpen > 0,
  '没有等着回复的领导意见。请刷新看看最新情况。',
)

export const originalsHeld = unless(
  ({ originalsOut }) => originalsOut > 0,
  '没有收着的原件。请刷新看看最新情况。',
)

export const notAuthorised = unless(
  ({ authorised }) => !authorised,
  '已经委托过了，不用再办。请直接接着办。',
)

export const stillCarrying = unless(
  ({ carrying }) => carrying,
  '没有要送到乡里的材料。请刷新看看最新情况。',
)

/** 电话单: whoever was called has opened it in between. */
export const unopened = unless(({ opened }) => !opened, '已经有人打开了，不用再打电话。')

export const notDeceased = unless(({ deceased }) => !deceased, '已经记过了。请直接接着办。')

export const externalRunning = unless(
  ({ externalOpen }) => externalOpen > 0,
  '没有在上级那里办的一步。请先记“送上级”。',
)

export const publicityRunning = unless(
  ({ publicityOpen }) => publicityOpen,
  '现在没有公示。有话请直接打部门的电话。',
)

export const branchOpen = unless(
  ({ opinionsMissing }) => opinionsMissing > 0,
  '各部门的意见都写过了。请等牵头部门出结果。',
)
