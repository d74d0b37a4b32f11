/** 反映的事: how one is raised or registered, moves and is told about. */
import type { KnownCall, OpenCall } from '../core/kernel/action'
import { calendarOf } from '../core/kernel/township-calendar'
import type { Caller } from '../core/kernel/caller'
import { seal } from '../core/kernel/crypto'
import { notFound } from '../core/kernel/errors'
import { dispatch, notice } from '../core/kernel/notices'
import { newNumber, newQueryCode } from '../core/kernel/query-code'
import type { MatterKind, Step } from '../core/kernel/step'
import { addWorkdays } from '../core/domain/calendar'
import type { WorkCalendar } from '../core/domain/calendar'
import { endOfDay } from '../core/domain/deadline'
import type { Effect, Relation } from '../core/domain/flows/flow'
import { ANSWER_WORKDAYS, ISSUE } from '../core/domain/flows/issue'
import type { IssueAction, IssueFacts, IssueKind, IssueState } from '../core/domain/flows/issue'
import { watchersOf, watchOf } from '../core/domain/issue-watch'
import { createNumbered } from '../core/store/commit'
import { findOne } from '../core/store/database'
import type { Account } from '../core/store/documents/account'
import type { IssueDocument } from '../core/store/documents/issue'
import type { Notice } from '../core/store/documents/matter'
import { newMatter } from '../core/store/new-matter'
import { businessDate, instantOf, spokenDate, wallTime } from '../../miniprogram/shared/dates'
import type { BusinessDate } from '../../miniprogram/shared/dates'

export const ISSUES = {
  collection: 'issues',
  flow: ISSUE,
  what: '这件反映的事',
  relations: issueRelations,
  dueAt: issueDueAt,
} as const satisfies MatterKind<IssueDocument, IssueState, IssueAction, IssueFacts>

export function issueRelations(caller: Caller, { ownerId }: IssueDocument): Relation[] {
  const relations: Relation[] = []
  if (ownerId === caller.id) relations.push('owner')
  if (caller.roles.includes('leader')) relations.push('leader')
  if (caller.roles.includes('supervisor')) relations.push('supervisor')
  return relations
}

/** On the last day for the answer; when it is with 信访, on its two days. */
export function issueDueAt({ state, reminded, dueOn, petition }: IssueDocument): Date | undefined {
  if (state === 'raised' && !reminded) return instantOf(dueOn, '08:00')
  if (state !== 'referred' || !petition || petition.reminded === 2) return undefined
  return instantOf([petition.acceptBy, petition.concludeBy][petition.reminded] ?? '', '08:00')
}

/** When the answer is due: the day itself is not counted. */
export function answerBy(day: BusinessDate, calendar: WorkCalendar) {
  const dueOn = addWorkdays(day, ANSWER_WORKDAYS, calendar)
  return { dueOn, dueAt: endOfDay(dueOn), reminded: false }
}

/** The day by that calendar on which an answer is due; null when the stored one is right. */
export function reckonedAnswer(
  doc: IssueDocument,
  calendar: WorkCalendar,
): Partial<IssueDocument> | null {
  if (doc.state !== 'raised') return null
  // It may have been raised again: a reminder stays where it was, only these two come from elsewhere.
  const raised = doc.log.findLast(({ from, to }) => to === 'raised' && from !== to)
  const fresh = answerBy(raised ? businessDate(raised.at) : doc.raisedOn, calendar)
  if (fresh.dueOn === doc.dueOn) return null
  return { ...fresh, reminded: doc.reminded && fresh.dueOn < doc.dueOn }
}

/** 重新算日子: whoever waits for the answer hears of the other day, and whoever owes it. */
export const reckoningIssueStep = (
  doc: IssueDocument,
  fresh: Partial<IssueDocument>,
  now: Date,
) => {
  const text = `放假安排定了，最晚${spokenDate(fresh.dueOn ?? doc.dueOn)}答复`
  const news = { state: '日子改了', text: `${text}。点开看。` }
  return issueStep('reckon', { text, title: '答复的日子变了', news, set: () => fresh }, now)
}

export interface NewIssue {
  readonly action: 'raise' | 'register'
  readonly kind: IssueKind
  readonly text: string
  readonly villageId: string | null
  readonly anonymous: boolean
  /** Staff id of whom it is about. */
  readonly about: string | undefined
  /** Who says it; null for anonymous. */
  readonly owner: Caller | null
}

/**
 * Stores what was raised and tells those who may know. Two requests, three when it is about
 * somebody; a repeat gets the one that is there.
 *
 * @throws AppError `NOT_FOUND` when nobody works here under that id.
 */
export async function createIssue(
  call: OpenCall | KnownCall,
  content: NewIssue,
): Promise<IssueDocument> {
  const about = content.about === undefined ? null : await staffOf(call.township, content.about)
  const { doc, repeated } = await createNumbered('issues', () => newIssue(call, content, about))
  if (!repeated) await dispatch('issues', doc, doc.out, call.now)
  return doc
}

async function staffOf(township: string, staffId: string): Promise<Account> {
  const account = await findOne<Account>('accounts', { township, 'staff.id': staffId })
  if (!account?.staff) throw notFound('您要反映的人')
  return account
}

function newIssue(
  call: OpenCall | KnownCall,
  { action, kind, text, villageId, anonymous, owner }: NewIssue,
  about: Account | null,
): IssueDocument {
  const { township, now, request } = call
  const raisedOn = businessDate(now)
  const number = newNumber(raisedOn)
  const staff = about?.staff
  return newMatter<IssueDocument>(
    { ...call, caller: owner ?? { id: 'anonymous', name: '不写名字的人' } },
    // The words themselves are sealed; the log says only that they came.
    { action, state: ISSUE.initial, text: action === 'raise' ? '说了一件事' : '摸底登记' },
    {
      number,
      ...newQueryCode(number, raisedOn),
      kind,
      text: seal(text),
      villageId,
      anonymous,
      ownerId: owner?.id ?? null,
      byName: owner?.name ?? '',
      about:
        about && staff
          ? {
              account: about._id,
              name: staff.name,
              post: staff.post,
              units: [
                ...new Set([...staff.units, ...(staff.department ? [staff.department] : [])]),
              ],
            }
          : null,
      watch: watchOf({ kind, anonymous, aboutRoles: staff?.roles ?? [] }),
      hiddenFrom: about ? [about._id] : [],
      raisedAt: now,
      raisedOn,
      ...answerBy(raisedOn, calendarOf(township)),
      open: true,
      petition: null,
      reply: null,
    },
    {
      dueAt: issueDueAt,
      tell: (doc) => tellWatchers(doc, '有人反映了一件事', request.key, now),
    },
  )
}

export function issueStep(
  action: IssueAction,
  step: {
    readonly text: string
    /** What the timeline says, when it is not the text itself. */
    readonly said?: string
    readonly title?: string
    /** What whoever raised it is told; that there is an answer, unless said otherwise. */
    readonly news?: News
    readonly pending?: readonly string[]
    readonly daysSinceAnswer?: number
    readonly set: (doc: IssueDocument) => Partial<IssueDocument>
  },
  now: Date,
): Step<IssueDocument, IssueState, IssueAction, IssueFacts> {
  const { text, said = text, title = '', news = ANSWERED, set } = step
  const { pending = [], daysSinceAnswer = 0 } = step
  return {
    action,
    facts: () => ({ text, pending, daysSinceAnswer }),
    change: (doc) => ({ set: set(doc), text: said }),
    tell: (after, effects, cause) => [
      ...(effects.includes('tell:applicant') ? tellRaiser(after, news, cause, now) : []),
      ...(tellsWatchers(effects) ? tellWatchers(after, title, cause, now) : []),
    ],
  }
}

const tellsWatchers = (effects: readonly Effect[]): boolean =>
  effects.includes('tell:leader') || effects.includes('tell:supervisor')

/** Without what it is about: only the page behind it shows that, to whom it is meant for. */
const tellWatchers = (doc: IssueDocument, title: string, cause: string, now: Date): Notice[] =>
  watchersOf(doc.watch).map((role) =>
    notice(cause, now, {
      to: { role },
      template: 'task',
      title,
      text: `编号${doc.number}，${spokenDate(doc.dueOn)}前答复。点开看。`,
      target: `/packages/affairs/matter/matter?kind=issue&id=${doc._id}`,
      values: {
        matter: `编号${doc.number}`,
        place: '便民服务站',
        by: `${doc.dueOn} 17:30`,
        hint: title,
      },
    }),
  )

interface News {
  /** In up to five characters, for WeChat. */
  readonly state: string
  readonly text: string
}

const ANSWERED: News = { state: '有答复了', text: '点开看答复。没解决，可以再说一次。' }

/** Neutral, because phones are shared. Whoever stayed anonymous looks with number and code. */
const tellRaiser = (
  doc: IssueDocument,
  { state, text }: News,
  cause: string,
  now: Date,
): Notice[] =>
  doc.ownerId === null
    ? []
    : [
        notice(cause, now, {
          to: { account: doc.ownerId },
          template: 'progress',
          title: '您有一件事项有进展',
          text,
          target: '/packages/affairs/list/list?kind=raised',
          values: {
            matter: '您有一件事项有进展',
            state,
            hint: '点开看办到哪一步了',
            at: `${businessDate(now)} ${wallTime(now)}`,
          },
        }),
      ]
