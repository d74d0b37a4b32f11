/** A case as it comes in, by whatever way: the phone, an agent, the window, a slip of paper. */
import type { KnownCall } from '../core/kernel/action'
import { calendarOf } from '../core/kernel/township-calendar'
import { unitsOf } from '../core/kernel/caller'
import { AppError, notFound } from '../core/kernel/errors'
import { holderOf } from '../core/kernel/holder'
import { dispatch } from '../core/kernel/notices'
import { newNumber, newQueryCode } from '../core/kernel/query-code'
import { addWorkdays } from '../core/domain/calendar'
import { LOOK_WORKDAYS } from '../core/domain/case-deadline'
import { createNumbered, dueWith } from '../core/store/commit'
import { findOne } from '../core/store/database'
import type { Contact } from '../core/store/documents/account'
import type { CaseDocument } from '../core/store/documents/case'
import type { ItemDocument } from '../core/store/documents/catalog'
import { newMatter } from '../core/store/new-matter'
import { addDays, businessDate } from '../../miniprogram/shared/dates'
import { parseCaseNumber } from '../../miniprogram/shared/numbers'
import { derived, dueAtOf } from './deadlines'
import { newTaskNotice } from './notices'
import { unitsById } from './units'

/** 代办员收了材料，几个工作日内送到乡里 [P] */
export const CARRY_WORKDAYS = 3

/** What somebody brings: the same for all ways in. */
export interface Brought {
  /** Handed in on a phone, or taken in at a counter by somebody at work. */
  readonly entry: 'submit' | 'intake'
  readonly applicant: {
    readonly name: string
    readonly contact: Contact
    readonly villageId: string
  }
  readonly materials: readonly { readonly key: string; readonly fileId?: string | undefined }[]
  readonly note?: string | undefined
  readonly coApplicants?: readonly string[] | undefined
  readonly linkedTo?: string | undefined
  readonly priority?: string | undefined
  /** The number at the window with which it began. */
  readonly ticket?: CaseDocument['ticket'] | undefined
  readonly slip?:
    | { readonly number: string; readonly receivedAt: string; readonly countersignedBy: string }
    | undefined
}

export type Submittable = ItemDocument & { readonly mode: CaseDocument['mode'] }

/** @throws AppError `NOT_FOUND`, or `INVALID_INPUT` that says where to go instead. */
export async function submittableItem(township: string, code: string): Promise<Submittable> {
  const item = await findOne<ItemDocument>('items', { township, code, retired: null })
  if (!item) throw notFound('这个事项')
  if (item.mode === 'booking' || item.mode === 'consultation') throw notForSubmitting(item)
  return item as Submittable
}

function notForSubmitting(item: ItemDocument): AppError {
  const message =
    item.mode === 'booking'
      ? `“${item.name}”要本人到场，不用在这里交件。请先约个号，我们帮您约好时间。`
      : `“${item.name}”是咨询，不用交件。请打电话 ${item.unit.phone}，或者约个号来问。`
  return new AppError('INVALID_INPUT', message, { fields: { code: '这个事项不用交件' } })
}

/**
 * Stores a new case under a free number, tells the unit. `onward` are steps that follow at once
 * (马上就办), applied before anything is stored: one write, all or nothing.
 */
export async function storeCase(
  call: KnownCall,
  item: Submittable,
  brought: Brought,
  onward: (doc: CaseDocument) => CaseDocument = (doc) => doc,
): Promise<CaseDocument> {
  const partners = await partnersOf(item)
  const { doc, repeated } = await createNumbered('cases', () =>
    onward(newCase(call, item, brought, partners)),
  )
  if (!repeated) await dispatch('cases', doc, doc.out, call.now)
  return doc
}

function newCase(
  call: KnownCall,
  item: Submittable,
  brought: Brought,
  partners: CaseDocument['partners'],
): CaseDocument {
  const { township, now, caller } = call
  const { staff } = caller.account
  const isAgent = staff?.roles.includes('agent') ?? false
  const atWindow = brought.entry === 'intake' && !isAgent
  const receivedAt = brought.slip ? trueTime(brought.slip.receivedAt, now) : now
  const receivedOn = businessDate(receivedAt)
  const number = newNumber(businessDate(now))
  const via = brought.slip ? 'slip' : atWindow ? 'window' : isAgent ? 'agent' : 'phone'
  const ours = atWindow && unitsOf(caller).includes(item.unit.id)
  const receiver = isAgent || atWindow ? holderOf(call) : null
  const doc = newMatter<CaseDocument>(
    { ...call, caller: receiver ? caller : { id: caller.id, name: brought.applicant.name } },
    {
      schema: 2,
      action: atWindow ? 'intake' : 'submit',
      state: 'received',
      text: receivedText(via, brought, caller.name),
    },
    {
      number,
      ...newQueryCode(number, businessDate(now)),
      itemCode: item.code,
      itemName: item.name,
      mode: item.mode,
      unit: item.unit.id,
      unitName: item.unit.name,
      unitPhone: item.unit.phone,
      desks: [item.unit.id],
      steps: item.steps.map(({ name, by }) => ({ name, by })),
      villageId: brought.applicant.villageId,
      ownerId: atWindow ? null : caller.id,
      agentId: isAgent ? caller.id : null,
      via,
      slip: brought.slip
        ? {
            number: brought.slip.number,
            enteredAt: now,
            countersignedBy: brought.slip.countersignedBy,
          }
        : null,
      applicant: { name: brought.applicant.name, contact: brought.applicant.contact },
      coApplicants: brought.coApplicants ?? [],
      linkedTo: linkedNumber(brought.linkedTo),
      ticket: brought.ticket ?? null,
      materials: item.materials.map(({ key, name, required }) => {
        const given = brought.materials.find((paper) => paper.key === key)
        return {
          key,
          name,
          required,
          fileId: given?.fileId ?? null,
          inHand: receiver !== null && given !== undefined && given.fileId === undefined,
        }
      }),
      note: brought.note ?? '',
      firstReceiver: receiver,
      holder: ours ? receiver : null,
      receivedAt,
      receivedOn,
      signedAt: ours ? now : null,
      acceptedOn: null,
      acceptedHow: null,
      reopenedOn: null,
      decidedOn: null,
      endedOn: null,
      completedAt: null,
      commitDays: item.commitDays,
      suppliedOn: null,
      supplements: [],
      promise: null,
      lateSince: null,
      withdrawal: null,
      refusal: null,
      pauses: [],
      extension: null,
      transfer: null,
      partners,
      survey: null,
      publicity: null,
      authorisation: null,
      originals: [],
      carry: isAgent
        ? { dueOn: addWorkdays(receivedOn, CARRY_WORKDAYS, calendarOf(township)), doneOn: null }
        : null,
      external: [],
      platformNumber: null,
      opinions: [],
      priority: brought.priority ? { reason: brought.priority, byName: caller.name } : null,
      conflicts: [],
      deceased: null,
      delivery: null,
      trips: atWindow || via === 'slip' ? 1 : 0,
      reminded: [],
      open: true,
      urgentAt: now,
      warnAt: now,
      reply: null,
      rating: null,
    },
    { tell: (born) => firstNotices(born, ours, now) },
  )
  return withTimers(doc)
}

/** Fills in what follows from the rest. */
export function withTimers(doc: CaseDocument): CaseDocument {
  const settled = { ...doc, ...derived(doc) }
  const nextDueAt = dueWith(dueAtOf(settled), settled.out)
  return nextDueAt ? { ...settled, nextDueAt } : settled
}

/** Whoever takes it in at the counter of the unit needs no message about it. */
function firstNotices(doc: CaseDocument, ours: boolean, now: Date) {
  if (ours) return []
  const lookBy = addWorkdays(doc.receivedOn, LOOK_WORKDAYS, calendarOf(doc.township))
  return [newTaskNotice(doc, lookBy, now)]
}

function receivedText(
  via: CaseDocument['via'],
  { applicant, ticket, slip, priority }: Brought,
  byName: string,
): string {
  const how: Readonly<Record<CaseDocument['via'], string>> = {
    phone: '交上来了',
    agent: `代办员${byName}替${applicant.name}交件`,
    window: ticket ? `${String(ticket.no)}号来办，窗口收件` : '窗口收件',
    slip: `停电断网时收的，纸条${slip?.number ?? ''}号，${slip?.countersignedBy ?? ''}会签，后来补录`,
  }
  return priority ? `${how[via]}。急事先办：${priority}` : how[via]
}

/** A slip is entered within two weeks; its time lies in the past. */
function trueTime(text: string, now: Date): Date {
  const at = new Date(text)
  if (at > now || businessDate(at) < addDays(businessDate(now), -14)) {
    throw new AppError('INVALID_INPUT', '纸条上的收件时间不对：要在今天以前、十四天以内。', {
      fields: { 'slip.receivedAt': '收件时间不对' },
    })
  }
  return at
}

function linkedNumber(text: string | undefined): string | null {
  if (!text?.trim()) return null
  const number = parseCaseNumber(text)
  if (!number) {
    throw new AppError('INVALID_INPUT', '原来的编号不对，像 1117-48305-6 这样，回执上有。', {
      fields: { linkedTo: '编号不对' },
    })
  }
  return number
}

/** 联合审批: every department of the item, each with what it looks at. */
async function partnersOf(item: Submittable): Promise<CaseDocument['partners']> {
  if (item.mode !== 'joint') return []
  const units = await unitsById(item.township)
  return (item.branches ?? []).map((unit) => ({
    unit,
    unitName: units.get(unit)?.name ?? unit,
    task: item.branchTasks?.find(({ department }) => department === unit)?.task ?? '',
    opinion: null,
  }))
}
