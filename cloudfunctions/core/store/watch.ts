/**
 * 监督要看的: complaints, appeals, calls that are late, second notices, conduct. One request for all
 * of it, however many matters there are: each collection is a `$lookup` that asks for itself, with
 * its own index. Only the first of each come along.
 */
import { aggregate } from './database'
import type { Query } from './database'
import type { CollectionName } from './collections'
import type { AssessmentDecision } from './documents/assessment'
import type { BlockedNotice } from './documents/blocked-notice'
import type { CaseDocument } from './documents/case'
import type { IssueDocument } from './documents/issue'
import type { Rectification } from './documents/rectification'
import type { Gap } from './documents/staff'
import type { AccountabilityDocument, WarningDocument } from './documents/warning'

/** More nobody reads at once; the page of each kind has them all. */
const MOST = 5

type Stage = Readonly<Record<`$${string}`, unknown>>

/** What is asked of one collection, and what the answer (one row at most) says. */
interface Question<Found> {
  readonly from: CollectionName
  readonly stages: readonly Stage[]
  readonly read: (row: Readonly<Record<string, unknown>> | undefined) => Found
}

export interface Listed<Doc> {
  readonly count: number
  readonly docs: readonly Doc[]
}

interface Part<Doc> {
  readonly match?: Query
  readonly sort: Readonly<Record<string, 1 | -1>>
  readonly fields: readonly (keyof Doc & string)[]
}

/** How many match each part, and the first of them. */
function listed<Doc, Name extends string>(
  from: CollectionName,
  match: Query,
  parts: Readonly<Record<Name, Part<Doc>>>,
): Question<Record<Name, Listed<Doc>>> {
  const names = Object.keys(parts) as Name[]
  const facets = names.flatMap((name) => {
    const { match: further = {}, sort, fields } = parts[name]
    return [
      [`${name}Count`, [{ $match: further }, { $count: 'n' }]],
      [name, [{ $match: further }, { $sort: sort }, { $limit: MOST }, { $project: only(fields) }]],
    ]
  })
  return {
    from,
    stages: [{ $match: match }, { $facet: Object.fromEntries(facets) as object }],
    read: (row) => {
      const lists = names.map((name) => {
        const [sum] = (row?.[`${name}Count`] ?? []) as readonly { readonly n: number }[]
        return [name, { count: sum?.n ?? 0, docs: (row?.[name] ?? []) as readonly Doc[] }]
      })
      return Object.fromEntries(lists) as Record<Name, Listed<Doc>>
    },
  }
}

const only = (fields: readonly string[]): Record<string, 1> =>
  Object.fromEntries(fields.map((field) => [field, 1]))

export interface Raised {
  readonly docs: readonly Pick<
    IssueDocument,
    '_id' | 'number' | 'kind' | 'anonymous' | 'state' | 'raisedOn' | 'dueOn' | 'dueAt'
  >[]
  readonly complaints: number
  /** Without complaints. */
  readonly anonymous: number
  readonly others: number
  readonly overdue: number
}

interface RaisedSum {
  readonly _id: { readonly complaint: boolean; readonly anonymous: boolean; readonly late: boolean }
  readonly n: number
}

/** 没答复的, of what the caller may know; handed to 信访 is no longer for us to answer. */
const raisedIn = (scope: Query, now: Date): Question<Raised> => ({
  from: 'issues',
  stages: [
    { $match: { ...scope, open: true, state: 'raised' } },
    {
      $facet: {
        sums: [
          {
            $group: {
              _id: {
                complaint: { $eq: ['$kind', 'complaint'] },
                anonymous: '$anonymous',
                late: { $lte: ['$dueAt', now] },
              },
              n: { $sum: 1 },
            },
          },
        ],
        docs: [
          { $sort: { dueAt: 1, _id: 1 } },
          { $limit: MOST },
          {
            $project: only(['number', 'kind', 'anonymous', 'state', 'raisedOn', 'dueOn', 'dueAt']),
          },
        ],
      },
    },
  ],
  read: (row) => {
    const sums = (row?.sums ?? []) as readonly RaisedSum[]
    const count = (of: (id: RaisedSum['_id']) => boolean) =>
      sums.filter(({ _id }) => of(_id)).reduce((total, { n }) => total + n, 0)
    return {
      docs: (row?.docs ?? []) as Raised['docs'],
      complaints: count(({ complaint }) => complaint),
      anonymous: count(({ complaint, anonymous }) => anonymous && !complaint),
      others: count(({ complaint, anonymous }) => !anonymous && !complaint),
      overdue: count(({ late }) => late),
    }
  },
})

const NEWEST = { at: -1, _id: 1 } as const

type AppealedWarning = Pick<WarningDocument, '_id' | 'itemName' | 'unitName' | 'colour' | 'at'>
type Recorded = Pick<AccountabilityDocument, '_id' | 'unitName' | 'measure' | 'state' | 'at'>
type Decided = Pick<AssessmentDecision, '_id' | 'unitName' | 'month' | 'at'>
type FollowUp = Pick<Rectification, '_id' | 'itemName' | 'unitName' | 'callUnitName' | 'raisedOn'>
type Blocked = Pick<BlockedNotice, '_id' | 'caseId' | 'itemName' | 'unitName' | 'papers' | 'at'>
type Excepted = Pick<CaseDocument, '_id' | 'itemName' | 'unitName' | 'supplements'>

export interface Asked {
  /** Of the issues that the caller may know. */
  readonly scope: Query
  readonly township: string
  /** Account of the caller: nobody answers an appeal against a decision of his own. */
  readonly caller: string
  /** How far back 拦下的 and 责任追究 are listed. */
  readonly since: Date
  readonly now: Date
}

const RECORDED = ['unitName', 'measure', 'state', 'at'] as const
const FOLLOWED = ['itemName', 'unitName', 'callUnitName', 'raisedOn'] as const
const SOONEST = { urgentAt: 1, _id: 1 } as const

/** Everything the board lists, by what it is called there. */
const questions = ({ scope, township, caller, since, now }: Asked) => ({
  raised: raisedIn(scope, now),
  warnings: listed<AppealedWarning, 'appealed'>(
    'warnings',
    { township, state: 'appealed' },
    { appealed: { sort: NEWEST, fields: ['itemName', 'unitName', 'colour', 'at'] } },
  ),
  /** 责任追究: those whose appeal is not the caller's own decision, and the recent ones. */
  accountabilities: listed<Recorded, 'appealed' | 'recent'>(
    'accountabilities',
    { township, $or: [{ state: 'appealed' }, { at: { $gte: since } }] },
    {
      appealed: {
        match: { state: 'appealed', decidedBy: { $ne: caller } },
        sort: NEWEST,
        fields: RECORDED,
      },
      recent: { match: { at: { $gte: since } }, sort: NEWEST, fields: RECORDED },
    },
  ),
  /** 考核决定 whose appeal waits for an answer. */
  decisions: listed<Decided, 'appealed'>(
    'assessmentDecisions',
    { township, state: 'appealed' },
    { appealed: { sort: NEWEST, fields: ['unitName', 'month', 'at'] } },
  ),
  /** 差评整改: appeals that wait for an answer, and calls that are late. */
  followUps: listed<FollowUp, 'appealed' | 'late'>(
    'rectifications',
    { township, open: true },
    {
      appealed: {
        match: { 'appeal.judgement': null, 'appeal.text': { $exists: true } },
        sort: SOONEST,
        fields: FOLLOWED,
      },
      late: {
        match: { state: { $in: ['to_contact', 'to_revisit'] }, urgentAt: { $lte: now } },
        sort: SOONEST,
        fields: FOLLOWED,
      },
    },
  ),
  blocked: listed<Blocked, 'blocked'>(
    'blockedNotices',
    { township, at: { $gte: since } },
    {
      blocked: { sort: NEWEST, fields: ['caseId', 'itemName', 'unitName', 'papers', 'at'] },
    },
  ),
  /** Open matters whose villager was asked again, or after acceptance, with the reason for it. */
  exceptions: listed<Excepted, 'excepted'>(
    'cases',
    { township, open: true, 'supplements.exception': { $gt: '' } },
    {
      excepted: {
        sort: { touchedAt: -1, _id: 1 },
        fields: ['itemName', 'unitName', 'supplements'],
      },
    },
  ),
  gaps: listed<Pick<Gap, '_id' | 'window' | 'date'>, 'gaps'>(
    'gaps',
    { township, state: 'open' },
    { gaps: { sort: NEWEST, fields: ['window', 'date'] } },
  ),
})

type Questions = ReturnType<typeof questions>

export type Watched = { readonly [Name in keyof Questions]: ReturnType<Questions[Name]['read']> }

/** The page of the directory from which the joins go out; every township has it. */
const startOf = (township: string): Query => ({ _id: `${township}:departments`, township })

export async function readWatch(asked: Asked): Promise<Watched> {
  const all = Object.entries(questions(asked)) as [string, Question<unknown>][]
  const [answer] = await aggregate<Record<string, Readonly<Record<string, unknown>>[]>>(
    'directory',
    [
      { $match: startOf(asked.township) },
      { $project: { _id: 1 } },
      ...all.map(([as, { from, stages }]) => ({
        $lookup: { from, let: {}, pipeline: stages, as },
      })),
    ],
  )
  if (!answer) throw new Error(`no directory of ${asked.township}`)
  return Object.fromEntries(
    all.map(([name, { read }]) => [name, read(answer[name]?.[0])]),
  ) as Watched
}
