/** 群众反映的事、摸底登记的事. */
import type { BusinessDate } from '../../../../miniprogram/shared/dates'
import type { IssueKind, IssueState } from '../../domain/flows/issue'
import type { Watch } from '../../domain/issue-watch'
import type { Sealed } from '../../kernel/crypto'
import type { QueryCode } from '../../kernel/query-code'
import type { Matter } from './matter'

export interface IssueDocument extends Matter, QueryCode {
  readonly state: IssueState
  readonly number: string
  readonly kind: IssueKind
  /** What was said, sealed: in a village a sentence is enough to know who wrote it. */
  readonly text: Sealed
  readonly villageId: string | null
  readonly anonymous: boolean
  /** Null when nobody is to be found out. */
  readonly ownerId: string | null
  /** As the raiser is called by those who may know; empty for anonymous. */
  readonly byName: string
  readonly about: {
    readonly account: string
    readonly name: string
    readonly post: string
    /** Units that never get an order about it. */
    readonly units: readonly string[]
  } | null
  readonly watch: Watch
  readonly hiddenFrom: readonly string[]
  readonly raisedAt: Date
  readonly raisedOn: BusinessDate
  readonly dueOn: BusinessDate
  readonly dueAt: Date
  readonly open: boolean
  readonly reminded: boolean
  /** 信访: calendar days. */
  readonly petition: {
    readonly on: BusinessDate
    readonly where: string
    readonly acceptBy: BusinessDate
    readonly concludeBy: BusinessDate
    readonly reminded: 0 | 1 | 2
  } | null
  readonly reply: {
    readonly text: string
    readonly byName: string
    readonly at: Date
  } | null
}
