/** What people hear about their numbers: the one who booked, and the agent for those without a phone. */
import { notice } from '../core/kernel/notices'
import type { Notice, Recipient } from '../core/store/documents/matter'
import type { Seat, Slot, Waiting } from '../core/store/documents/slot'
import { businessDate, relativeDate, spokenDate, spokenTime } from '../../miniprogram/shared/dates'

export const spokenWhen = (slot: Slot): string =>
  `${spokenDate(slot.date)} ${spokenTime(slot.start)}`

/** `今天18:00`, `明天18:00`. */
const spokenUntil = (until: Date, now: Date): string =>
  `${relativeDate(businessDate(until), businessDate(now))}18:00`

type Holder = Pick<Seat, 'id' | 'by' | 'name' | 'forOther' | 'tellAgent' | 'villageId'> &
  Partial<Pick<Seat, 'no'>>

interface Words {
  readonly title: string
  readonly text: string
  /** For WeChat: 20 characters are shown. */
  readonly hint: string
}

/** The same news for everybody who cares for this seat; `cause` makes a repeat the same notice. */
function tell(cause: string, slot: Slot, seat: Holder, now: Date, words: Words): Notice[] {
  const recipients: Recipient[] = [{ account: seat.by }]
  if (seat.tellAgent && seat.villageId) recipients.push({ agentOf: seat.villageId })
  return recipients.map((to) =>
    notice(`${cause}:${seat.id}`, now, {
      to,
      template: 'booking',
      title: words.title,
      text: seat.forOther || 'agentOf' in to ? `${seat.name}：${words.text}` : words.text,
      target: `/packages/booking/ticket/ticket?id=${seat.id}`,
      values: {
        place: slot.venueName,
        at: `${slot.date} ${slot.start}`,
        number: String(seat.no ?? ''),
        hint: words.hint,
      },
    }),
  )
}

const at = (slot: Slot): string => `${spokenWhen(slot)}，${slot.venueName}`
const numbered = (slot: Slot, seat: Seat): string => `${at(slot)}，${String(seat.no)}号`

/** 约好了 */
export const bookedNotices = (slot: Slot, seat: Seat, now: Date): Notice[] =>
  tell('booked', slot, seat, now, {
    title: '约好了',
    text: slot.home
      ? `${spokenDate(slot.date)}${slot.start < '12:00' ? '上午' : '下午'}，干部上门来：${seat.place ?? ''}。`
      : `${numbered(slot, seat)}。到了报号或者报姓名。`,
    hint: slot.home ? '干部上门来' : '到了报号或者报姓名',
  })

/** 取消了 */
export const cancelledNotices = (slot: Slot, seat: Seat, now: Date): Notice[] =>
  tell('cancelled', slot, seat, now, {
    title: '号取消了',
    text: `${numbered(slot, seat)}已经取消，号让给别人了。`,
    hint: '已经取消，号让给别人了',
  })

/** 改好了: the old number is void, the new one stands. */
export const movedNotices = (slot: Slot, seat: Seat, now: Date): Notice[] =>
  tell('moved', slot, seat, now, {
    title: '时间改好了',
    text: `改到${numbered(slot, seat)}。原来的号让给别人了。`,
    hint: '时间改好了，看新的号',
  })

/** 排上了 */
export const waitingNotices = (slot: Slot, waiting: Waiting, now: Date): Notice[] =>
  tell('waiting', slot, waiting, now, {
    title: '排上了',
    text: `${at(slot)}，有人不来，空出的号先给您留着，马上告诉您。`,
    hint: '有空号先告诉您',
  })

/** 有空号了: kept until the evening. */
export const offeredNotices = (slot: Slot, seat: Seat, until: Date, now: Date): Notice[] =>
  tell('offered', slot, seat, now, {
    title: '有空号了，给您留着',
    text: `${numbered(slot, seat)}。${spokenUntil(until, now)}前点开说要不要，不要就给下一位。`,
    hint: `${spokenUntil(until, now)}前说要不要`,
  })

/** 没回话 */
export const lapsedNotices = (slot: Slot, seat: Seat, now: Date): Notice[] =>
  tell('lapsed', slot, seat, now, {
    title: '留的号让出去了',
    text: `${at(slot)}，没等到您回话，号给下一位了。不约也行，当天直接来。`,
    hint: '没等到回话，号给别人了',
  })

/** 没等到 */
export const notReachedNotices = (slot: Slot, waiting: Waiting, now: Date): Notice[] =>
  tell('notReached', slot, waiting, now, {
    title: '没等到空号',
    text: `${at(slot)}，一直没有人退号。直接来也行，现场还留着号。`,
    hint: '没等到空号，直接来也行',
  })

/** 不开了: and the seat that is kept instead, when there is one. */
export function closedNotices(
  slot: Slot,
  seat: Holder,
  instead: { readonly slot: Slot; readonly seat: Seat; readonly until: Date } | null,
  now: Date,
): Notice[] {
  const reason = slot.closed?.reason ?? ''
  const offer = instead
    ? `给您留了${numbered(instead.slot, instead.seat)}，${spokenUntil(instead.until, now)}前点开说要不要。`
    : '眼下没有别的空号，点开另选时间，或者打电话。'
  const shown = instead ? { ...seat, id: instead.seat.id, no: instead.seat.no } : seat
  return tell('closed', instead?.slot ?? slot, shown, now, {
    title: '您约的时间办不了了',
    text: `${at(slot)}：${reason}。${offer}`,
    hint: instead ? `改到${spokenWhen(instead.slot)}行吗` : '点开另选时间',
  })
}

/** What the reminder knows beside the seat: who will be there, what to bring. */
export interface EveFacts {
  /** `蒋福生在`, or who stands in; empty when nobody knows. */
  readonly who: string
  readonly papers: readonly string[]
}

/** 明天有您的号: the evening before. */
export function reminderNotices(slot: Slot, seat: Seat, facts: EveFacts, now: Date): Notice[] {
  const { who, papers } = facts
  const bring = papers.length > 0 ? `带${papers.join('、')}。` : '不用带东西。'
  return tell('reminder', slot, seat, now, {
    title: '明天有您的号',
    text: slot.home
      ? `${spokenDate(slot.date)}干部上门来，把${papers.join('、') || '身份证'}找出来。${who ? `${who}。` : ''}`
      : `${numbered(slot, seat)}，${who ? `${who}，` : ''}${bring}`,
    hint: [who, papers[0] ? `带${papers[0]}等${String(papers.length)}样` : ''].join('，'),
  })
}

/** 要见的人不在: somebody stands in, the number stays good. Or is there after all. */
export const presenceNotices = (
  slot: Slot,
  seat: Seat,
  {
    cause,
    words,
    away,
  }: { readonly cause: string; readonly words: string; readonly away: boolean },
  now: Date,
): Notice[] =>
  tell(`presence:${cause}`, slot, seat, now, {
    title: away ? '接待的人有变' : '要见的人在了',
    text: `${numbered(slot, seat)}：${words}。号照样用。`,
    hint: words,
  })
