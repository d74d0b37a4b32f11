/** One life of an application: the actions of `case` themselves, in one process, step by step. */
import { main } from '../../../cloudfunctions/case'
import { allowedTo } from '../../../cloudfunctions/case/view'
import { callerOf } from '../../../cloudfunctions/core/kernel/caller'
import type { Account } from '../../../cloudfunctions/core/store/documents/account'
import type { CaseDocument } from '../../../cloudfunctions/core/store/documents/case'
import { businessDate } from '../../../miniprogram/shared/dates'
import { runCaseTimers } from '../../../cloudfunctions/jobs/work/case-timers'
import type { Seed } from '../../../seed/load'
import { CASE_SAMPLES, fittingNow } from '../../support/case-samples'
import { HEAD, newRequest } from '../../support/people'
import { APPLICANT } from '../../support/steps'
import { findOne, startWith, takeUpdates } from './memory-database'
import { setClock } from './stopped-clock'

/** What somebody tries; the numbers are taken modulo what there is to choose from. */
export interface Try {
  readonly who: number
  readonly what: number
  /** Where it goes, when it goes to a department. */
  readonly unit: number
  /** Hours that pass before it. */
  readonly hours: number
  /** Whether the timer came by in that time. */
  readonly timer: boolean
}

/** Three times as likely as the rest, so that lives get somewhere. */
const ONWARD: ReadonlySet<string> = new Set([
  'accept',
  'answerTransfer',
  'answerExtension',
  'answerOpinion',
  'branchDecide',
  'publicize',
  'resume',
  'returnOriginals',
  'decide',
  'deliver',
  'complete',
  'reopen',
])

/** Opens a matter and lets people at it; `told` is what happened, for people to read. */
export class CaseLife {
  readonly told: string[] = []
  now: Date
  doc!: CaseDocument
  readonly accounts: readonly Account[]
  private readonly departments: readonly string[]

  constructor(
    private readonly seed: Seed,
    private readonly owner: string,
    start: string,
  ) {
    startWith(seed.collections)
    this.accounts = seed.collections.accounts as unknown as Account[]
    this.departments = [...new Set(this.accounts.flatMap(({ staff }) => staff?.units ?? []))].sort()
    this.now = new Date(start)
    setClock(this.now)
  }

  async handIn(code: string): Promise<void> {
    const answer = await this.call(this.owner, 'submit', {
      code,
      requestId: newRequest(),
      applicant: APPLICANT,
      materials: [],
    })
    if (!answer.ok) throw new Error(JSON.stringify(answer.error))
    const { id } = (answer.data as { case: { id: string } }).case
    this.told.push(`${this.owner} submit ${code}`)
    await this.read(id)
    takeUpdates('cases')
  }

  /** Time passes; what is due by then waits for the timer. */
  pass(hours: number): void {
    this.now = new Date(+this.now + hours * 3600_000)
    setClock(this.now)
    if (hours > 0) this.told.push(`+${String(hours)} h`)
  }

  /** One look of the timer at the matter; false when there was nothing to do. */
  async tick(): Promise<boolean> {
    const { nextDueAt } = this.doc
    if (!nextDueAt || nextDueAt > this.now) return false
    await runCaseTimers(this.doc, this.now)
    await this.read(this.doc._id)
    this.told.push(`timer → ${this.doc.log.at(-1)?.action ?? ''}, ${this.doc.state}`)
    return true
  }

  /** One of the steps that the server offers to one of those concerned; null when there is none. */
  async attempt({ who, what, unit }: Try): Promise<string | null> {
    const offers = this.concerned()
      .map((account) => ({
        account,
        allowed: this.allowed(account).flatMap((action) =>
          ONWARD.has(action) ? [action, action, action] : [action],
        ),
      }))
      .filter(({ allowed }) => allowed.length > 0)
    const offer = offers[who % Math.max(offers.length, 1)]
    if (!offer) return null
    const action = offer.allowed[what % offer.allowed.length] ?? ''
    const { openid } = offer.account
    return this.act(openid, action, {
      ...(action === 'requestTransfer' || action === 'assign'
        ? { toUnit: this.departments[unit % this.departments.length] }
        : {}),
      ...(action === 'assign' && unit % 2 === 0 ? { task: '一起看看' } : {}),
    })
  }

  /** One step with a fitting input; `OK`, or the code of the refusal. */
  async act(openid: string, action: string, content: object = {}): Promise<string> {
    const caseId = this.doc._id
    const answer = await this.call(openid, action, {
      ...CASE_SAMPLES[`case.${action}`]?.input({ caseId }),
      ...fittingNow(this.doc, action, businessDate(this.now)),
      ...content,
    })
    await this.read(caseId)
    const code = answer.ok ? 'OK' : answer.error.code
    this.told.push(`${openid} ${action} → ${answer.ok ? this.doc.state : code}`)
    return code
  }

  /** What the server offers this person. */
  offered(openid: string): readonly string[] {
    const account = this.accounts.find((one) => one.openid === openid)
    return account ? this.allowed(account) : []
  }

  private readonly allowed = (account: Account): string[] =>
    allowedTo(this.doc, callerOf(account, this.now), this.now)

  /** Those who see the matter and may do something: who handed it in, the desks, the leaders. */
  private concerned(): Account[] {
    const { desks } = this.doc
    return this.accounts.filter(
      ({ openid, staff }) =>
        openid === this.owner ||
        openid === HEAD ||
        staff?.units.some((unit) => desks.includes(unit)),
    )
  }

  private call(openid: string, action: string, data: object) {
    const environment = { WX_OPENID: openid, WX_CONTEXT_KEYS: 'WX_OPENID', TCB_CONTEXT_KEYS: '' }
    const context = { request_id: action, environment: JSON.stringify(environment) }
    const { township } = this.seed
    return main({ action, township, ...data }, context)
  }

  private async read(_id: string): Promise<void> {
    const doc = await findOne<CaseDocument>('cases', { _id })
    if (!doc) throw new Error('the matter is gone')
    this.doc = doc
  }
}
