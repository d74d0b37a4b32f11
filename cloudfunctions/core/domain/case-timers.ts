/**
 * 到点自己要做的事: what a case has to do by itself, and when. A table over what it waits for; the
 * steps themselves are rows of the flow with the relation `system`.
 */
import type { WorkCalendar } from './calendar'
import { deemedFrom, endOfDay } from './deadline'
import { addWorkingMinutes } from './working-hours'
import { instantOf, spokenDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'

/** A task that nobody opened for two hours of office time goes to the B post as well. */
export const UNOPENED_MINUTES = 120

/** A case in so far as time matters to it. */
export interface TimedCase {
  readonly state: string
  readonly open: boolean
  readonly receivedAt: Date
  readonly receivedOn: BusinessDate
  readonly signedAt: Date | null
  readonly acceptedOn: BusinessDate | null
  readonly supplements: readonly { readonly dueOn: BusinessDate }[]
  readonly lateSince: BusinessDate | null
  readonly promise: { readonly dueOn: BusinessDate; readonly keptOn: BusinessDate | null } | null
  readonly pauses: readonly {
    readonly until: BusinessDate | null
    readonly expectedOn: BusinessDate
  }[]
  readonly carry: { readonly dueOn: BusinessDate; readonly doneOn: BusinessDate | null } | null
  readonly external: readonly {
    readonly n: number
    readonly to: string
    readonly expectedOn: BusinessDate
    readonly result: string | null
  }[]
  readonly publicity: { readonly until: BusinessDate; readonly ended: boolean } | null
  readonly reminded: readonly string[]
}

export interface DueWork {
  readonly at: Date
  readonly action: 'deemAccept' | 'escalate' | 'proposeWithdrawal' | 'remind' | 'endPublicity'
  /** Distinguishes reminders of one case; done once each. */
  readonly key: string
  /** What the timeline says. */
  readonly text: string
}

/** 我们超时未告知: the exact words that the villager is shown. */
export const DEEMED_TEXT = '我们超时未告知，视为已受理，不等于通过'

type Rule = (matter: TimedCase, calendar: WorkCalendar) => DueWork | readonly DueWork[] | null

const morningOf = (date: BusinessDate): Date => instantOf(date, '08:30')

const RULES: readonly Rule[] = [
  // 行政许可法 32: no notice within five working days means accepted from receipt.
  ({ state, supplements, receivedOn }, calendar) =>
    state === 'received' && supplements.length === 0
      ? {
          at: deemedFrom(receivedOn, calendar),
          action: 'deemAccept',
          key: 'deemAccept',
          text: DEEMED_TEXT,
        }
      : null,
  ({ state, signedAt, receivedAt }, calendar) =>
    state === 'received' && signedAt === null
      ? {
          at: addWorkingMinutes(receivedAt, UNOPENED_MINUTES, calendar),
          action: 'escalate',
          key: 'escalate',
          text: '两个工作小时没人打开，已提醒B岗',
        }
      : null,
  ({ state, supplements, lateSince }) => {
    const notice = supplements.at(-1)
    return state === 'supplement' && notice && lateSince === null
      ? {
          at: endOfDay(notice.dueOn),
          action: 'proposeWithdrawal',
          // A further notice has its own day.
          key: `late:${notice.dueOn}`,
          text: '要补的材料还没到。先打电话问问他，来不及就再等等，他不办了再按撤回处理',
        }
      : null
  },
  ({ promise }) =>
    promise?.keptOn === null
      ? {
          at: morningOf(promise.dueOn),
          action: 'remind',
          key: 'promise',
          text: '答应补的材料今天到期，打电话提醒他',
        }
      : null,
  ({ state, pauses }) => {
    const pause = pauses.at(-1)
    return state === 'suspended' && pause?.until === null
      ? {
          at: morningOf(pause.expectedOn),
          action: 'remind',
          key: `pause:${String(pauses.length)}`,
          text: '停算时间到了预计的日子，看看能不能接着办',
        }
      : null
  },
  ({ carry }) =>
    carry?.doneOn === null
      ? {
          at: morningOf(carry.dueOn),
          action: 'remind',
          key: 'carry',
          text: '材料今天该送到乡里了',
        }
      : null,
  ({ external }) =>
    external
      .filter(({ result }) => result === null)
      .map(({ n, to, expectedOn }) => ({
        at: morningOf(expectedOn),
        action: 'remind' as const,
        key: `external:${String(n)}:${expectedOn}`,
        text: `${to}说好${spokenDate(expectedOn)}有结果，今天问一问`,
      })),
  ({ publicity }) =>
    publicity && !publicity.ended
      ? {
          at: endOfDay(publicity.until),
          action: 'endPublicity',
          key: `publicity:${publicity.until}`,
          text: '公示到期，内容已撤下',
        }
      : null,
]

/** Everything that is to be done by itself, earliest first; nothing once the case is closed. */
export function dueWork(matter: TimedCase, calendar: WorkCalendar): DueWork[] {
  if (!matter.open) return []
  return RULES.flatMap((rule) => rule(matter, calendar) ?? [])
    .filter(({ key }) => !matter.reminded.includes(key))
    .sort((a, b) => +a.at - +b.at)
}
