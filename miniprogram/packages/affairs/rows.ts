/** What a list shows of each thing: one line, one note, one tag, where it opens. */
import type { Output } from '../../../typings/wire'
import { relativeDate, spokenDate } from '../../shared/dates'
import type { BusinessDate } from '../../shared/dates'
import type { Tag, TagTone } from '../../shared/matter-words'

export interface Row {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly tag: Tag
  readonly url: string
}

type Listed<Name extends 'orders' | 'issues'> = Output<'supervision', Name>[Name &
  keyof Output<'supervision', Name>] extends readonly (infer Item)[]
  ? Item
  : never

const ICONS: Readonly<Record<TagTone, string>> = {
  ok: 'check-circle',
  act: 'error-circle',
  bad: 'error-triangle',
  warn: 'time',
  info: 'info-circle',
  off: 'calendar',
}

const tag = (tone: TagTone, text: string): Tag => ({ tone, icon: ICONS[tone], text })

const ORDER_TONES: Readonly<Record<Listed<'orders'>['status'], TagTone>> = {
  issued: 'act',
  signed: 'info',
  answered: 'info',
  returned: 'act',
  closed: 'info',
  fed_back: 'ok',
}

export const orderRow = (order: Listed<'orders'>, today: BusinessDate): Row => ({
  id: order.id,
  title: order.task,
  note: `${order.number}，${order.unitName}，${relativeDate(order.dueOn, today)}前回复`,
  tag: order.overdue ? tag('bad', '过期没回') : tag(ORDER_TONES[order.status], order.statusText),
  url: `/packages/affairs/matter/matter?kind=order&id=${order.id}`,
})

export const issueRow = (issue: Listed<'issues'>, today: BusinessDate): Row => ({
  id: issue.id,
  title: issue.text,
  note: [
    issue.kindText,
    issue.anonymous ? '没写名字' : '',
    issue.status === 'raised' ? `${relativeDate(issue.dueOn, today)}前答复` : '',
  ]
    .filter(Boolean)
    .join('，'),
  tag: issue.overdue
    ? tag('bad', '过期没答')
    : tag(issue.status === 'answered' ? 'ok' : 'info', issue.statusText),
  url: `/packages/affairs/matter/matter?kind=issue&id=${issue.id}`,
})

type Mine = Output<'case', 'raised'>['issues'][number]

export const raisedRow = (issue: Mine): Row => ({
  id: issue.id,
  title: issue.text,
  note: issue.reply
    ? `答复：${issue.reply.text}`
    : issue.petition
      ? `转信访：${issue.petition.where}`
      : `${spokenDate(issue.dueOn)}前答复您`,
  tag: tag(issue.status === 'answered' ? 'ok' : 'info', issue.statusText),
  url: `/packages/affairs/look/look?number=${issue.number}&code=${issue.queryCode}`,
})

type Mediated = Output<'office', 'mediations'>['mediations'][number]

const MEDIATION_TONES: Readonly<Record<Mediated['status'], TagTone>> = {
  asking: 'act',
  talking: 'info',
  agreed: 'warn',
  performed: 'ok',
  ended: 'off',
}

export const mediationRow = (one: Mediated): Row => ({
  id: one.id,
  title: one.title || `${one.kindText}纠纷`,
  note: `${one.number}，${one.kindText}，${spokenDate(one.openedOn)}登记`,
  tag: tag(MEDIATION_TONES[one.status], one.statusText),
  url: `/packages/affairs/matter/matter?kind=mediation&id=${one.id}`,
})

type Asked = Output<'office', 'consultations'>['pending'][number]

export const consultationRow = (one: Asked): Row => ({
  id: one.id,
  title: one.callBack ?? '',
  note: `${spokenDate(one.at.slice(0, 10))}答应的`,
  tag: tag('act', one.statusText),
  url: `/packages/affairs/form/form?form=callBack&id=${one.id}`,
})
