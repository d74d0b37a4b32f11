/**
 * 监督要看的: complaints, appeals, calls that are late, second notices, conduct. One request a
 * collection, all at once, however many matters there are; only the first of each come along.
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

export interface Listed<Doc> {
  readonly count: number
  readonly docs: readonly Doc[]
}

interface Part<Doc> {
  readonly match?: Query
  readonly sort: Readonly<Record<string, 1 | -1>>
  readonly fields: readonly (keyof Doc & string)[]
}

/** How many match each part, and the first of them, in one request. */
async function listed<Doc, Name extends string>(
  collection: CollectionName,
  match: Query,
  parts: Readonly<Record<Name, Part<Doc>>>,
): Promise<Record<Name, Listed<Doc>>> {
  const names = Object.keys(parts) as Name[]
  const facets = names.flatMap((name) => {
    const { match: further = {}, sort, fields } = parts[name]
    return [
      [`${name}Count`, [{ $match: further }, { $count: 'n' }]],
      [name, [{ $match: further }, { $sort: sort }, { $limit: MOST }, { $project: only(fields) }]],
    ]
  })
  const [answer] = await aggregate<Record<string, readonly unknown[]>>(collection, [
    { $match: match },
    { $facet: Object.fromEntries(facets) as object },
  ])
  const lists = names.map((name) => {
    const [sum] = (answer?.[`${name}Count`] ?? []) as readonly { readonly n: number }[]
    return [name, { count: sum?.n ?? 0, docs: (answer?.[name] ?? []) as readonly Doc[] }]
  })
  return Object.fromEntries(lists) as Record<Name, Listed<Doc>>
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

/** 没答复的, of what the caller may know; handed to 信访 is no longer for us to answer. */
export async function readRaised(scope: Query, now: Date): Promise<Raised> {
  const [answer] = await aggregate<{
    sums: { _id: { complaint: boolean; anonymous: boolean; late: boolean }; n: number }[]
    docs: Raised['docs']
  }>('issues', [
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
  ])
  const sums = answer?.sums ?? []
  const count = (of: (id: (typeof sums)[number]['_id']) => boolean) =>
    sums.filter(({ _id }) => of(_id)).reduce((total, { n }) => total + n, 0)
  return {
    docs: answer?.docs ?? [],
    complaints: count(({ complaint }) => complaint),
    anonymous: count(({ complaint, anonymous }) => anonymous && !complaint),
    others: count(({ complaint, anonymous }) => !anonymous && !complaint),
    overdue: count(({ late }) => late),
  }
}

const NEWEST = { at: -1, _id: 1 } as const

type AppealedWarning = Pick<WarningDocument, '_id' | 'itemName' | 'unitName' | 'colour' | 'at'>

export const readWarnings = (township: string) =>
  listed<AppealedWarning, 'appealed'>(
    'warnings',
    { township, state: 'appealed' },
    { appealed: { sort: NEWEST, fields: ['itemName', 'unitName', 'colour', 'at'] } },
  )

type Recorded = Pick<AccountabilityDocument, '_id' | 'unitName' | 'measure' | 'state' | 'at'>

/** 责任追究: those whose appeal is not the caller's own decision, and the recent ones. */
export const readAccountabilities = (township: string, caller: string, since: Date) => {
  const fields = ['unitName', 'measure', 'state', 'at'] as const
  return listed<Recorded, 'appealed' | 'recent'>(
    'accountabilities',
    { township, $or: [{ state: 'appealed' }, { at: { $gte: since } }] },
    {
      appealed: { match: { state: 'appealed', decidedBy: { $ne: caller } }, sort: NEWEST, fields },
      recent: { match: { at: { $gte: since } }, sort: NEWEST, fields },
    },
  )
}

type Decided = Pick<AssessmentDecision, '_id' | 'unitName' | 'month' | 'at'>

/** 考核决定 whose appeal waits for an answer. */
export const readDecisions = (township: string) =>
  listed<Decided, 'appealed'>(
    'assessmentDecisions',
    { township, state: 'appealed' },
    { appealed: { sort: NEWEST, fields: ['unitName', 'month', 'at'] } },
  )

type FollowUp = Pick<Rectification, '_id' | 'itemName' | 'unitName' | 'callUnitName' | 'raisedOn'>

/** 差评整改: appeals that wait for an answer, and calls that are late. */
export const readFollowUps = (township: string, now: Date) => {
  const sort = { urgentAt: 1, _id: 1 } as const
  const fields = ['itemName', 'unitName', 'callUnitName', 'raisedOn'] as const
  return listed<FollowUp, 'appealed' | 'late'>(
    'rectifications',
    { township, open: true },
    {
      appealed: {
        match: { 'appeal.judgement': null, 'appeal.text': { $exists: true } },
        sort,
        fields,
      },
      late: {
        match: { state: { $in: ['to_contact', 'to_revisit'] }, urgentAt: { $lte: now } },
        sort,
        fields,
      },
    },
  )
}

type Blocked = Pick<BlockedNotice, '_id' | 'caseId' | 'itemName' | 'unitName' | 'papers' | 'at'>

export const readBlocked = (township: string, since: Date) =>
  listed<Blocked, 'blocked'>(
    'blockedNotices',
    { township, at: { $gte: since } },
    { blocked: { sort: NEWEST, fields: ['caseId', 'itemName', 'unitName', 'papers', 'at'] } },
  )

type Excepted = Pick<CaseDocument, '_id' | 'itemName' | 'unitName' | 'supplements'>

/** Open matters whose villager was asked a second time, with the reason that was given. */
export const readExceptions = (township: string) =>
  listed<Excepted, 'excepted'>(
    'cases',
    { township, open: true, 'supplements.1': { $exists: true } },
    {
      excepted: {
        sort: { touchedAt: -1, _id: 1 },
        fields: ['itemName', 'unitName', 'supplements'],
      },
    },
  )

export const readGaps = (township: string) =>
  listed<Pick<Gap, '_id' | 'window' | 'date'>, 'gaps'>(
    'gaps',
    { township, state: 'open' },
    { gaps: { sort: NEWEST, fields: ['window', 'date'] } },
  )
