/** A new hand-over, asked for by the one who leaves or named by the leader. */
import type { KnownCall } from '../../core/kernel/action'
import { handles } from '../../core/kernel/caller'
import { AppError } from '../../core/kernel/errors'
import { dispatch } from '../../core/kernel/notices'
import { create } from '../../core/store/commit'
import { applyHandover } from '../../core/store/handovers'
import type { Handover } from '../../core/store/documents/staff'
import { newMatter } from '../../core/store/new-matter'
import { addDays, businessDate } from '../../../miniprogram/shared/dates'
import type { BusinessDate } from '../../../miniprogram/shared/dates'
import { refOf } from '../staff'
import type { StaffAccount } from '../staff'
import { daysOf, handoverNotice, handoverView } from './handover'

/** Longer than this is another appointment, not a leave (our decision). */
const LONGEST_DAYS = 186

export interface NewHandover {
  readonly kind: Handover['kind']
  readonly from: StaffAccount
  readonly to: StaffAccount
  readonly start: BusinessDate
  readonly until: BusinessDate
  readonly note: string
}

/**
 * @throws AppError `INVALID_INPUT` for wrong days, for oneself as receiver, and for a receiver who
 *   does not handle matters when there are matters to hand over.
 */
export async function beginHandover(call: KnownCall, content: NewHandover) {
  check(content, businessDate(call.now))
  const { doc, repeated } = await create('handovers', handoverOf(call, content))
  await applyHandover(doc)
  if (!repeated) await dispatch('handovers', doc, doc.out, call.now)
  return { handover: handoverView(doc, call.caller) }
}

function check({ from, to, start, until }: NewHandover, today: BusinessDate): void {
  if (start < today || until < start || until > addDays(start, LONGEST_DAYS)) {
    throw new AppError('INVALID_INPUT', '日子不对：从今天起，最长半年，先写开始再写结束。', {
      fields: { until: '从今天起，最长半年' },
    })
  }
  if (from._id === to._id) {
    throw new AppError('INVALID_INPUT', '不能交给自己，换一个人。', {
      fields: { toStaffId: '不能是自己' },
    })
  }
  const isAgent = ({ staff }: StaffAccount) => staff.roles.includes('agent')
  const fits = (!isAgent(from) || isAgent(to)) && (!handles(from.staff) || handles(to.staff))
  if (!fits) {
    throw new AppError(
      'INVALID_INPUT',
      '替岗的人要能办同样的事：代办员交给代办员，部门和窗口交给部门或窗口的人。',
      {
        fields: { toStaffId: '办不了同样的事' },
      },
    )
  }
}

function handoverOf(
  call: KnownCall,
  { kind, from, to, start, until, note }: NewHandover,
): Handover {
  const { now, request } = call
  const cause = `handover:${request.key}`
  return newMatter<Handover>(
    call,
    {
      action: kind === 'leave' ? 'handover' : 'nameSubstitute',
      state: kind === 'leave' ? 'asked' : 'named',
      text: `请${to.staff.name}替${from.staff.name}，${daysOf({ start, until })}`,
    },
    {
      kind,
      parties: [from._id, to._id],
      from: refOf(from),
      to: refOf(to),
      start,
      until,
      units: handles(from.staff) ? from.staff.units : [],
      villageId: from.staff.roles.includes('agent') ? from.staff.villageId : null,
      note,
      createdAt: now,
    },
    {
      // `jobs` looks again soon: what a crash left of the accounts is put right there.
      dueAt: () => now,
      tell: (doc) =>
        kind === 'leave'
          ? [handoverNotice(doc, 'to', '有人请您替岗', '看看接不接', cause, now)]
          : [
              handoverNotice(doc, 'to', '领导请您替岗', '今天起您替他', cause, now),
              handoverNotice(
                doc,
                'from',
                '领导安排了人替您',
                '有空补一句交接',
                `${cause}:from`,
                now,
              ),
            ],
    },
  )
}
