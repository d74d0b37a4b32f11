/** 预警 and 责任追究 as kinds of matter: recorded, appealed once, answered. */
import type { KnownCall } from '../core/kernel/action'
import { unitsOf } from '../core/kernel/caller'
import type { Caller } from '../core/kernel/caller'
import { notice } from '../core/kernel/notices'
import { takeStep } from '../core/kernel/step'
import type { MatterKind } from '../core/kernel/step'
import { APPEALABLE } from '../core/domain/flows/appealable'
import type {
  AppealableAction,
  AppealableFacts,
  AppealableState,
} from '../core/domain/flows/appealable'
import type { Relation } from '../core/domain/flows/flow'
import type { Matter, Notice, Recipient } from '../core/store/documents/matter'
import type {
  AccountabilityDocument,
  Appeal,
  WarningDocument,
} from '../core/store/documents/warning'
import { businessDate } from '../../miniprogram/shared/dates'

type Kind<Doc extends Matter> = MatterKind<Doc, AppealableState, AppealableAction, AppealableFacts>

type Appealable = Matter & { readonly unitName: string; readonly appeal: Appeal | null }

const supervises = (caller: Caller): Relation[] =>
  caller.roles.includes('supervisor') ? ['supervisor'] : []

/** The unit speaks for itself, and so does whoever had it. */
export const WARNINGS: Kind<WarningDocument> = {
  collection: 'warnings',
  flow: APPEALABLE,
  what: '这次预警',
  relations: (caller, { unit, holder }) => [
    ...(unitsOf(caller).includes(unit) || holder?.account === caller.id
      ? ['handler' as const]
      : []),
    ...supervises(caller),
  ],
}

/**
 * Who is meant appeals. Nobody answers an appeal against an own decision: the supervisor one of the
 * leader's, the leader one of the supervisor's.
 */
export const ACCOUNTABILITIES: Kind<AccountabilityDocument> = {
  collection: 'accountabilities',
  flow: APPEALABLE,
  what: '这条记录',
  relations: (caller, { unit, person, decidedBy }) => {
    const meant = person ? person.account === caller.id : unitsOf(caller).includes(unit)
    const judges = caller.roles.includes('supervisor') || caller.roles.includes('leader')
    return [
      ...(meant ? ['handler' as const] : []),
      ...(judges && !meant && decidedBy !== caller.id ? ['supervisor' as const] : []),
    ]
  },
}

interface Words {
  readonly title: string
  readonly target: string
  readonly to: (doc: never) => Recipient
}

function told(
  doc: Appealable,
  cause: string,
  now: Date,
  to: Recipient,
  words: Words,
  text: string,
) {
  const told: Notice = notice(cause, now, {
    to,
    template: 'task',
    title: words.title,
    text,
    target: words.target,
    values: {
      matter: words.title,
      place: doc.unitName,
      by: `${businessDate(now)} 17:30`,
      hint: '点开看',
    },
  })
  return told
}

/** 申诉: once, with the facts. */
export function appealIt<Doc extends Appealable>(
  kind: Kind<Doc>,
  call: KnownCall,
  id: string,
  text: string,
  words: Words,
): Promise<Doc> {
  return takeStep(kind, call, id, {
    action: 'appeal',
    facts: () => ({ text }),
    change: () => ({
      set: { appeal: { text, at: call.now, answer: null } } as unknown as Partial<Doc>,
      text,
    }),
    tell: (doc, _effects, cause) => [
      told(doc, cause, call.now, { role: 'supervisor' }, words, `${doc.unitName}申诉：${text}`),
    ],
  })
}

/** 答复申诉: what was recorded stays or is withdrawn, with the reason. */
export function judgeIt<Doc extends Appealable>(
  kind: Kind<Doc>,
  call: KnownCall,
  id: string,
  answer: { readonly stands: boolean; readonly reason: string },
  words: Words,
): Promise<Doc> {
  const { stands, reason } = answer
  return takeStep(kind, call, id, {
    action: 'judge',
    facts: () => ({ text: reason, stands }),
    change: (doc) => ({
      set: { appeal: doc.appeal && { ...doc.appeal, answer } } as unknown as Partial<Doc>,
      text: `${stands ? '维持' : '撤销'}：${reason}`,
    }),
    tell: (doc, _effects, cause) => [
      told(
        doc,
        cause,
        call.now,
        words.to(doc as never),
        words,
        `申诉有答复了，${stands ? '维持' : '撤销'}：${reason}`,
      ),
    ],
  })
}

export const WARNING_WORDS: Words = {
  title: '预警的申诉',
  target: '/packages/rating/warnings/warnings',
  to: ({ unit }: WarningDocument) => ({ unit }),
}

export const ACCOUNTABILITY_WORDS: Words = {
  title: '责任追究的申诉',
  target: '/packages/rating/accountability/accountability',
  to: ({ unit, person }: AccountabilityDocument) =>
    person ? { account: person.account } : { unit },
}
