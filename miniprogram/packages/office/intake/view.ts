/** 收件: what the counter fills in, and what is sent of it. */
import type { Guide } from '../../../services/catalog'
import type { Intake, Similar, Visitor } from '../../../services/office'
import { instantOf, isBusinessDate, relativeDate } from '../../../shared/dates'
import { settledPapers } from '../../../services/papers'
import type { PaperEntry, Papers } from '../../../services/papers'
import { checkPerson, contactOf, EMPTY_PERSON } from '../../../shared/person-form'
import type { PersonErrors, PersonForm } from '../../../shared/person-form'
import { namesIn } from '../step/lists'

/** 接着号票办: the person at the window, known from the day. */
export interface AtWindow {
  readonly id: string
  readonly venueId: string
  readonly date: string
  readonly ticket: string
  /** `打电话 138****1234`; empty when they did not say. */
  readonly reach: string
  readonly items: readonly { readonly code: string; readonly name: string }[]
}

export interface IntakeForm {
  readonly person: PersonForm
  readonly visitor: AtWindow | null
  /** Reached as they booked: the phone is known here only masked, the server has it. */
  readonly asBooked: boolean
  /** Papers that were handed over; with the photo when one was taken. */
  readonly papers: Papers
  readonly priority: string
  /** 几个人一起来的: the other representatives, as written. */
  readonly together: string
  /** 停电断网时的纸条 */
  readonly slip: boolean
  readonly slipNumber: string
  readonly slipDay: string
  readonly slipTime: string
  readonly countersignedBy: string
  /** What he is told, when it is done at once. */
  readonly reply: string
  readonly note: string
}

export const EMPTY_INTAKE: IntakeForm = {
  person: EMPTY_PERSON,
  visitor: null,
  asBooked: false,
  papers: {},
  priority: '',
  together: '',
  slip: false,
  slipNumber: '',
  slipDay: '',
  slipTime: '',
  countersignedBy: '',
  reply: '',
  note: '',
}

const WAYS: Readonly<Record<string, string>> = {
  phone: '打电话',
  relative: '告诉家里人',
  agent: '告诉代办员',
  paper: '写条子送去',
}

/** The form as it is known of somebody at the window. */
export function formOf(venueId: string, date: string, visitor: Visitor): IntakeForm {
  const { id, ticket, name, villageId, contact, items } = visitor
  const reach = contact ? [WAYS[contact.by] ?? '', contact.phone ?? ''].join(' ').trim() : ''
  return {
    ...EMPTY_INTAKE,
    visitor: { id, venueId, date, ticket, reach, items },
    asBooked: name !== '' && villageId !== '' && reach !== '',
    person: { ...EMPTY_PERSON, name, villageId },
  }
}

/** Handed over and not photographed. */
export const IN_HAND: PaperEntry = { state: 'empty' }

/** A draft of an older version lacks what was added since. */
export const settled = (form: IntakeForm): IntakeForm => ({
  ...EMPTY_INTAKE,
  ...form,
  papers: settledPapers(form.papers),
})

export type IntakeErrors = Readonly<Partial<Record<keyof IntakeForm, string>>>

/** 群体的事推选代表: five at most, the applicant among them. */
const MOST_TOGETHER = 4

/** The fields of the paper slip, for the page and the check alike. */
export const SLIP_FIELDS = [
  { name: 'slipNumber', kind: 'line', ask: '纸条的号', hint: '印在纸条上' },
  { name: 'slipDay', kind: 'date', ask: '哪天收的', hint: '' },
  { name: 'slipTime', kind: 'time', ask: '几点收的', hint: '' },
  { name: 'countersignedBy', kind: 'line', ask: '谁一起签的字', hint: '另一名干部的姓名' },
] as const

export function checkIntake(form: IntakeForm): { person: PersonErrors; rest: IntakeErrors } {
  const rest: Partial<Record<keyof IntakeForm, string>> = {}
  if (namesIn(form.together).length > MOST_TOGETHER) {
    rest.together = '代表连他自己最多5个人，这里最多写4个'
  }
  if (form.slip) {
    for (const { name } of SLIP_FIELDS) if (!form[name].trim()) rest[name] = '还没填'
    if (form.slipDay && !isBusinessDate(form.slipDay)) rest.slipDay = '日子不对，再选一次'
  }
  return { person: form.asBooked ? {} : checkPerson(form.person), rest }
}

const PHOTO_NOTES: Readonly<Partial<Record<PaperEntry['state'], string>>> = {
  sending: '正在传',
  sent: '拍好了',
  failed: '存在手机里了，交的时候再传',
}

export const paperTicks = (guide: Guide, { papers }: IntakeForm) =>
  guide.materials.map(({ key, name, required }) => ({
    key,
    name,
    note: PHOTO_NOTES[papers[key]?.state ?? 'empty'] ?? (required ? '' : '有就收'),
    on: papers[key] !== undefined,
  }))

/** 都交了: every paper that must come; what is taken only when there is one is ticked by itself. */
export const allBrought = (guide: Guide, { papers }: IntakeForm): IntakeForm['papers'] => ({
  ...Object.fromEntries(
    guide.materials.filter(({ required }) => required).map(({ key }) => [key, IN_HAND]),
  ),
  ...papers,
})

export function intakeOf(guide: Guide, form: IntakeForm, requestId: string): Intake {
  const { papers, priority, note } = form
  const coApplicants = namesIn(form.together)
  return {
    code: guide.code,
    requestId,
    ...whoOf(form),
    materials: Object.entries(papers).map(([key, { fileId }]) =>
      fileId ? { key, fileId } : { key },
    ),
    ...(note.trim() ? { note: note.trim() } : {}),
    ...(priority.trim() ? { priority: priority.trim() } : {}),
    ...(coApplicants.length > 0 ? { coApplicants } : {}),
    ...(form.slip
      ? {
          slip: {
            number: form.slipNumber.trim(),
            receivedAt: instantOf(form.slipDay, form.slipTime).toISOString(),
            countersignedBy: form.countersignedBy.trim(),
          },
        }
      : {}),
  }
}

/** Whom it is for, and the number at the window with which they came. */
export function whoOf({
  person,
  asBooked,
  visitor,
}: IntakeForm): Pick<Intake, 'applicant' | 'visitor'> {
  const { name, villageId } = person
  return {
    applicant: {
      name: name.trim(),
      villageId,
      ...(asBooked ? {} : { contact: contactOf(person) }),
    },
    ...(visitor
      ? { visitor: { venueId: visitor.venueId, date: visitor.date, id: visitor.id } }
      : {}),
  }
}

/** `他有一件一样的还在办：1124-61585-2，11月16日交的，已受理` */
export const similarText = (cases: Similar, today: string): string =>
  cases
    .map(
      ({ number, receivedOn, statusText }) =>
        `${number}，${relativeDate(receivedOn, today).split(' ')[0] ?? ''}交的，${statusText}`,
    )
    .join('；')

/** Required papers that he did not bring, for the receipt. */
export const stillToBring = (guide: Guide, { papers }: IntakeForm): string[] =>
  guide.materials
    .filter(({ key, required }) => required && papers[key] === undefined)
    .map(({ name }) => name)
