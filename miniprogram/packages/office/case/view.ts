import type { CaseDetail } from '../../../services/case'
import type { SheetKind } from '../../../services/document'
import { businessDate, relativeDate, spokenDate, spokenTime, wallTime } from '../../../shared/dates'
import { isOpen } from '../../../shared/matter-words'
import type { Tag } from '../../../shared/matter-words'
import { paperImage, paperPicture } from '../../../shared/papers'
import { isStep, mainStep, STEP_GROUPS, STEP_WORDS } from '../actions'
import type { StepGroup, StepName } from '../actions'
import { notesFor } from './notes'
import { contactText, whomToCall } from './contact'
import type { Reader, VillageFacts } from './contact'

export type CaseView = ReturnType<typeof caseView>

const MOST_EVENTS = 8
const MOST_SAID = 6

export function caseView(
  matter: CaseDetail,
  village: VillageFacts | undefined,
  reader: Reader | null,
  now = new Date(),
) {
  const today = businessDate(now)
  const { applicant, clock, reply } = matter
  const events = eventsOf(matter, now)
  return {
    id: matter.id,
    name: matter.item.name,
    tag: tagOf(matter),
    lines: [
      { key: '申请人', text: [applicant.name, village?.name].filter(Boolean).join('，') },
      { key: '联系', text: contactText(applicant.contact, village?.agent ?? null, reader) },
      { key: '首问', text: firstText(matter, today) },
      { key: '谁在办', text: matter.holder?.name ?? '还没人接' },
      { key: '编号', text: matter.number },
    ],
    sheets: reader?.papers ? sheetsOf(matter) : [],
    due: spokenDate(clock.due, today),
    dueWord: matter.status === 'received' ? '今天受理的话，最晚' : '最晚',
    open: isOpen(matter.status),
    clock,
    call: whomToCall(matter, village?.agent ?? null, reader),
    said: saidOf(matter, now),
    papers: matter.materials.map((material) => paperOf(material, reader?.papers ?? false)),
    papersTitle: papersTitle(matter),
    groups: groupsOf(stepsFor(matter, reader)),
    notes: notesFor(matter, today),
    main: mainOf(stepsFor(matter, reader)),
    cannot: cannotSay(matter),
    reply: reply && {
      title: reply.outcome === 'approve' ? '办成了' : '没办成',
      text: reply.text,
      remedy: reply.remedy ?? '',
      by: `${reply.byName}，${momentOf(reply.at, now)}`,
    },
    events: events.slice(0, MOST_EVENTS),
    eventCount: events.length,
  }
}

/** Whoever has it need not sign for it. */
const stepsFor = ({ allowed, holder }: CaseDetail, reader: Reader | null): StepName[] =>
  allowed
    .filter(isStep)
    .filter((step) => step !== 'signFor' || holder === null || holder.name !== reader?.name)

const words = (step: StepName) => {
  const { verb, consequence, icon } = STEP_WORDS[step]
  return { verb, consequence, icon }
}

/** What can be printed for the person: the notice only when there was one. */
const sheetsOf = ({ supplement }: CaseDetail): { kind: SheetKind; text: string }[] => [
  { kind: 'receipt', text: '回执' },
  ...(supplement ? [{ kind: 'supplement' as const, text: '告知书' }] : []),
]

/** 收件 办理 代理 联合 结果 说话, each with what is possible now. */
function groupsOf(allowed: readonly StepName[]) {
  const order = Object.keys(STEP_WORDS)
  const steps = [...allowed].sort((a, b) => order.indexOf(a) - order.indexOf(b))
  return (Object.keys(STEP_GROUPS) as StepGroup[])
    .map((group) => ({
      group,
      title: STEP_GROUPS[group],
      steps: steps
        .filter((step) => STEP_WORDS[step].group === group)
        .map((step) => ({ step, ...words(step) })),
    }))
    .filter(({ steps: some }) => some.length > 0)
}

function mainOf(allowed: readonly StepName[]) {
  const step = mainStep(allowed)
  return step ? { step, verb: STEP_WORDS[step].verb, icon: STEP_WORDS[step].icon } : null
}

function tagOf({ status, statusText, clock, warning }: CaseDetail): Tag {
  if (status === 'completed') return { tone: 'ok', icon: 'check-circle', text: '办结了' }
  if (status === 'decided') return { tone: 'warn', icon: 'time', text: '等办结' }
  if (status === 'received') {
    return warning === 'red'
      ? { tone: 'bad', icon: 'error-triangle', text: '还没看材料' }
      : { tone: 'warn', icon: 'time', text: '看材料' }
  }
  const { counted, commitDays } = clock
  if (counted > commitDays) {
    return { tone: 'bad', icon: 'error-triangle', text: `超${String(counted - commitDays)}天` }
  }
  if (commitDays === 0) return { tone: 'warn', icon: 'time', text: statusText }
  if (counted === 0) {
    return { tone: 'ok', icon: 'time', text: `今天受理，共${String(commitDays)}天` }
  }
  const text = `第${String(counted)}天，共${String(commitDays)}天`
  return { tone: warning === 'yellow' ? 'warn' : 'ok', icon: 'time', text }
}

function firstText({ firstReceiver, receivedAt }: CaseDetail, today: string): string {
  const day = relativeDate(businessDate(new Date(receivedAt)), today).split(' ')[0] ?? ''
  return firstReceiver ? `${firstReceiver.name}，${day}收下` : `手机上交的，${day}`
}

/** What the person wants to say or asked since. */
function saidOf({ note, events, receivedAt }: CaseDetail, now: Date) {
  const asked = events
    .filter(({ action }) => action === 'ask' || action === 'urge')
    .map(({ at, text }) => ({ text, at }))
  return [...(note ? [{ text: note, at: receivedAt }] : []), ...asked]
    .map(({ text, at }, index) => ({ key: String(index), text, when: momentOf(at, now) }))
    .slice(-MOST_SAID)
}

function paperOf(material: CaseDetail['materials'][number], opens: boolean) {
  const has = material.fileId !== null
  const form = paperPicture(material) === 'form'
  return {
    key: material.key,
    name: material.name,
    image: paperImage(paperPicture(material)),
    has: has && opens,
    note: has
      ? opens
        ? '拍来了，点开看'
        : '拍来了'
      : form
        ? '当面填'
        : material.required
          ? '自己带'
          : '有就带',
  }
}

function papersTitle({ materials }: CaseDetail): string {
  if (materials.length === 0) return '这件不要材料'
  const sent = materials.filter(({ fileId }) => fileId !== null).length
  return `材料${String(materials.length)}样，拍来${String(sent)}样`
}

/** One sentence instead of dead buttons. */
function cannotSay({ status, allowed }: CaseDetail): string {
  if (status === 'completed') return '这件办结了，没有要做的。'
  if (allowed.length === 0) return '这件归部门办，您看得到，不用做什么。'
  if (status === 'received' && allowed.includes('accept')) return '先受理，才能写答复。'
  if (status === 'decided' && allowed.includes('complete')) return '答复已经写了，不能再改。'
  return ''
}

function eventsOf({ events }: CaseDetail, now: Date) {
  return events
    .map((event, index) => ({
      key: `${event.at}:${String(index)}`,
      title: event.by ? `${event.title}，${event.by}` : event.title,
      text: event.text,
      when: momentOf(event.at, now),
    }))
    .reverse()
}

export function momentOf(at: string, now: Date): string {
  const instant = new Date(at)
  const day = relativeDate(businessDate(instant), businessDate(now))
  return `${day} ${spokenTime(wallTime(instant))}`
}
