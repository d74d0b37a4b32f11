/** One matter, whatever its kind, as the page draws it. */
import { businessDate, relativeDate, spokenDate, spokenTime, wallTime } from '../../../shared/dates'
import type { Issue, Mediation, Order } from '../calls'
import { fetchIssue, fetchMediation, fetchOrder } from '../calls'
import { FORMS } from '../form/forms'

export interface Action {
  readonly form: string
  readonly verb: string
  readonly note: string
}

export interface MatterView {
  readonly head: string
  readonly status: string
  readonly facts: readonly { readonly key: string; readonly text: string }[]
  /** Words that people wrote, under their headings. */
  readonly words: readonly { readonly key: string; readonly text: string }[]
  readonly links: readonly { readonly text: string; readonly note: string; readonly url: string }[]
  readonly actions: readonly Action[]
  readonly call: { readonly name: string; readonly phone: string } | null
  readonly events: readonly { readonly key: string; readonly when: string; readonly text: string }[]
  /** What is not allowed, or why there is nothing to do. */
  readonly note: string
}

type Fact = readonly [key: string, text: string | null | undefined]

const facts = (...all: readonly Fact[]) =>
  all.flatMap(([key, text]) => (text ? [{ key, text }] : []))

interface Event {
  readonly at: string
  readonly by: string
  readonly title: string
  readonly text: string
}

const eventLines = (events: readonly Event[]) =>
  events
    .map(({ at, by, title, text }, index) => {
      const moment = new Date(at)
      return {
        key: String(index),
        when: `${spokenDate(businessDate(moment))} ${spokenTime(wallTime(moment))}，${by}`,
        text: text && text !== title ? `${title}：${text}` : title,
      }
    })
    .reverse()

/** What may be done now, in the order of the table. */
const actionsOf = (allowed: readonly string[]): Action[] =>
  allowed.flatMap((form) => {
    const spec = FORMS[form]
    return spec ? [{ form, verb: spec.title, note: spec.lead }] : []
  })

function orderView(order: Order): MatterView {
  const today = businessDate(new Date())
  return {
    head: order.task,
    status: order.statusText,
    facts: facts(
      ['编号', order.number],
      ['单位', order.unitName],
      ['谁交办', order.issuedBy],
      ['哪天前', `${relativeDate(order.dueOn, today)}${order.overdue ? '，过期了' : ''}`],
      ['谁在办', order.holder && `${order.holder.name}，${order.holder.post}`],
    ),
    words: facts(['单位的回复', order.answer?.text], ['反馈', order.feedback]),
    links: [],
    actions: actionsOf(order.allowed),
    call: order.holder,
    events: eventLines(order.events),
    note: order.allowed.length ? '' : '现在不用您办，等下一步。',
  }
}

function issueView(issue: Issue): MatterView {
  return {
    head: issue.text,
    status: issue.statusText,
    facts: facts(
      ['编号', issue.number],
      ['是什么', issue.kindText],
      ['谁说的', issue.anonymous ? '没写名字' : issue.byName],
      ['反映谁', issue.about && `${issue.about.name}，${issue.about.post}`],
      ['哪天前', `${spokenDate(issue.dueOn)}前答复`],
      [
        '信访',
        issue.petition &&
          `${spokenDate(issue.petition.acceptBy)}前说受不受理，${spokenDate(issue.petition.concludeBy)}前有结果`,
      ],
    ),
    words: facts(['转给谁', issue.petition?.where], ['答复', issue.reply?.text]),
    links: issue.orders.map(({ id, number, unitName, statusText }) => ({
      text: `${number}，${unitName}`,
      note: statusText,
      url: `/packages/affairs/matter/matter?kind=order&id=${id}`,
    })),
    actions: [
      ...(issue.status === 'answered'
        ? []
        : [{ form: 'order', verb: '交办给单位', note: '开一张交办单，单位回复了再答复' }]),
      ...actionsOf(issue.allowed),
    ],
    call: null,
    events: eventLines(issue.events),
    note: issue.supervisorAlone ? '这件事只有您看得到，请不要转发。' : '',
  }
}

const CONSENT = { asked: '还没表态', given: '愿意', refused: '不愿意' }

function mediationView(one: Mediation): MatterView {
  const { agreement, mediator } = one
  return {
    head: one.own ? one.summary : `${one.kindText}纠纷`,
    status: one.statusText,
    facts: facts(
      ['编号', one.number],
      ['是什么', one.kindText],
      ['调解员', `${mediator.name}，${mediator.post}`],
      ...one.parties.map(({ label, name, phone, consent }): Fact => [
        label,
        [name, phone ?? '', CONSENT[consent]].filter(Boolean).join('，'),
      ]),
      ['协议', agreement && (agreement.form === 'written' ? '书面' : '口头')],
      ['做到', agreement?.performBy && `${spokenDate(agreement.performBy)}前`],
      [
        '司法确认',
        agreement &&
          (one.confirmedOn
            ? `${spokenDate(one.confirmedOn)}申请了`
            : `${spokenDate(agreement.confirmBy)}前双方一起去法院申请`),
      ],
    ),
    words: [
      ...facts(['谈好了什么', agreement?.text]),
      ...one.notes.map(({ at, text }) => ({
        key: `${spokenDate(businessDate(new Date(at)))}记的`,
        text,
      })),
    ],
    links: [],
    actions: actionsOf(one.allowed),
    call: one.own ? null : { name: mediator.name, phone: mediator.phone },
    events: eventLines(one.events),
    note: one.own ? '姓名和谈的话只有您看得到。' : '姓名和谈的话只有调解员看得到。',
  }
}

export const KINDS: Readonly<
  Record<string, { readonly title: string; readonly fetch: (id: string) => Promise<MatterView> }>
> = {
  order: { title: '交办单', fetch: async (id) => orderView(await fetchOrder(id)) },
  issue: { title: '反映的事', fetch: async (id) => issueView(await fetchIssue(id)) },
  mediation: { title: '调解', fetch: async (id) => mediationView(await fetchMediation(id)) },
}
