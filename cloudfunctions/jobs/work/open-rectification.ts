/** 差评整改: how one comes into being. Its `_id` is that of its cause, so that there is only one. */
import { calendarOf } from '../../core/kernel/township-calendar'
import { drawOf, hashId } from '../../core/kernel/hash'
import { dispatch, notice } from '../../core/kernel/notices'
import { callingUnit, rectificationDue } from '../../core/domain/flows/rectification'
import { endOfDay } from '../../core/domain/deadline'
import { findOne } from '../../core/store/database'
import type { DepartmentDirectory } from '../../core/store/documents/catalog'
import type { Notice } from '../../core/store/documents/matter'
import type { Rectification } from '../../core/store/documents/rectification'
import { bornOfItself, newMatter } from '../../core/store/new-matter'
import { insertNew } from '../../core/store/insert-new'
import { rectificationPage } from '../../rating/notices'
import { businessDate, spokenDate } from '../../../miniprogram/shared/dates'

/** What the cause says; the rest is the same for all. */
export type RectificationCause = Pick<
  Rectification,
  | 'township'
  | 'origin'
  | 'targetId'
  | 'number'
  | 'itemName'
  | 'villageId'
  | 'unit'
  | 'unitName'
  | 'level'
  | 'reasons'
  | 'comment'
  | 'passOn'
  | 'personName'
  | 'contact'
  | 'ownerId'
> & { readonly at: Date }

const idOf = ({ origin, targetId }: RectificationCause): string =>
  hashId('rectification', origin === 'sample' ? 'sample' : 'rating', targetId)

/** Starts the follow-up unless it is there already; safe however often it is called. */
export async function openRectification(cause: RectificationCause, now: Date): Promise<void> {
  const { township } = cause
  const directory = await findOne<DepartmentDirectory>('directory', {
    _id: `${township}:departments`,
    township,
  })
  const units = (directory?.departments ?? []).map(({ id, name, hallWindow = null }) => ({
    id,
    name,
    window: hallWindow,
  }))
  const calling = callingUnit(units, cause.unit, drawOf(cause.targetId))
  const doc = newRectification(cause, calling, now)
  if (!(await insertNew('rectifications', doc))) return
  await dispatch('rectifications', doc, doc.out, now)
}

function newRectification(
  cause: RectificationCause,
  calling: { readonly id: string; readonly name: string } | null,
  now: Date,
): Rectification {
  const { at, ...facts } = cause
  const raisedOn = businessDate(at)
  const calendar = calendarOf(cause.township)
  const due = rectificationDue('to_contact', { raisedOn, rectifiedOn: null }, calendar) ?? raisedOn
  const urgentAt = endOfDay(due)
  const _id = idOf(cause)
  return newMatter<Rectification>(
    bornOfItself(cause.township, now, hashId('open', _id)),
    {
      _id,
      action: 'open',
      state: 'to_contact',
      text: cause.origin === 'sample' ? '抽到这件事回访' : '有一条差评要回访',
    },
    {
      ...facts,
      told: false,
      callUnit: calling?.id ?? '',
      callUnitName: calling?.name ?? '监督',
      named: false,
      raisedOn,
      rectifiedOn: null,
      open: true,
      urgentAt,
      reminded: false,
      calls: 0,
      advice: '',
      answer: '',
      revisit: null,
      conclusion: '',
      appeal: null,
    },
    { dueAt: () => urgentAt, tell: () => [callNotice(_id, cause, calling, due, now)] },
  )
}

/** To the unit that calls; to the supervisor when there is no other unit. */
function callNotice(
  id: string,
  cause: RectificationCause,
  calling: { readonly id: string } | null,
  due: string,
  now: Date,
): Notice {
  const what = cause.origin === 'sample' ? '抽查回访' : '差评回访'
  return notice(`call:${id}`, now, {
    to: calling ? { unit: calling.id } : { role: 'supervisor' },
    template: 'task',
    title: `请打一个${what}电话`,
    text: `${cause.unitName}办的${cause.itemName}。${spokenDate(due)}下班前打给群众，问清楚要改什么。`,
    target: rectificationPage(id),
    values: {
      matter: what,
      place: cause.unitName,
      by: `${due} 17:30`,
      hint: '打给群众，问清楚要改什么',
    },
  })
}
