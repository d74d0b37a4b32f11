/** What a list shows of each thing: one line, one note, one tag, where it opens, what a tap does. */
import type { Output } from '../../../typings/wire'
import { relativeDate, spokenDate } from '../../shared/dates'
import type { BusinessDate } from '../../shared/dates'
import type { Tag, TagTone } from '../../shared/matter-words'
import type { Listed, Training } from './calls'
import { itemPage } from './things/item'

export interface Row {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly tag: Tag | null
  /** Empty when there is nothing to open. */
  readonly url: string
  /** The word on a button beside it; empty for none. */
  readonly act: string
}

const tag = (tone: TagTone, icon: string, text: string): Tag => ({ tone, icon, text })

const DRAFT = tag('act', 'edit', '有草稿')
const OFF = tag('off', 'error-circle', '不办了')

export const itemRow = ({ code, name, state, hasDraft, editions }: Listed): Row => ({
  id: code,
  title: name,
  note: editions === 0 ? `${code}，还没公开过` : `${code}，第${String(editions)}版`,
  tag: hasDraft ? DRAFT : state === 'retired' ? OFF : null,
  url: itemPage(code),
  act: '',
})

type Venue = Output<'catalog', 'venues'>['venues'][number]

export const placeRow = ({ id, name, address, phone, sample }: Venue): Row => ({
  id,
  title: name,
  note: `${address}，${phone}`,
  tag: sample ? tag('off', 'info-circle', '示例') : null,
  url: `/packages/console/edit/edit?kind=place&id=${id}`,
  act: '',
})

type Text = Output<'office', 'texts'>['texts'][number]

export const textRow = ({ id, title, sample, retired }: Text, part: string): Row => ({
  id,
  title,
  note: '',
  tag: retired
    ? tag('off', 'error-circle', '收起了')
    : sample
      ? tag('off', 'info-circle', '示例')
      : null,
  url: `/packages/console/edit/edit?kind=text&part=${part}&id=${id}`,
  act: '',
})

type Sheet = Output<'office', 'announcements'>['announcements'][number]

const SHEET_TAGS: Readonly<Record<Sheet['state'], Tag>> = {
  hanging: tag('ok', 'check-circle', '贴着'),
  over: tag('off', 'calendar', '到期了'),
  withdrawn: tag('off', 'error-circle', '撤下了'),
}

export const noticeRow = (
  { id, title, text, until, byName, state }: Sheet,
  today: BusinessDate,
): Row => ({
  id,
  title,
  note: `${text}\n${byName}贴的，贴到${relativeDate(until, today)}`,
  tag: SHEET_TAGS[state],
  url: '',
  act: state === 'hanging' ? '撤下' : '',
})

export function trainingRow(one: Training, today: BusinessDate): Row {
  const { id, title, date, start, place, attended, absent, signed, canSign } = one
  const when = `${spokenDate(date, today)} ${start}，${place}`
  const came = date > today ? '' : `来了${String(attended)}人`
  const missing = date < today && absent.length > 0 ? `没来人：${absent.join('、')}` : ''
  return {
    id,
    title,
    note: [when, came, missing].filter(Boolean).join('\n'),
    tag: signed ? tag('ok', 'check-circle', '我签到了') : null,
    url: '',
    act: canSign ? '签到' : '',
  }
}
