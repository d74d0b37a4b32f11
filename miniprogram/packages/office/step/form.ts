/**
 * The form of a step, from the table of its fields: what is shown, what is still wrong. A form is
 * flat words by the field's name; what is ticked is `name.key`, with its reason.
 */
import type { CaseDetail } from '../../../services/case'
import { spokenDate } from '../../../shared/dates'
import type { StepName } from '../actions'
import { STEP_FIELDS } from './fields'
import type { Field, PickField, TickField } from './fields'
import { namesIn, pairsIn } from './lists'
import { blankIn, TEMPLATES } from './templates'

export type StepForm = Readonly<Record<string, string>>

export const EMPTY_STEP: StepForm = {}

export type StepErrors = Readonly<Record<string, string>>

export interface Unit {
  readonly id: string
  readonly name: string
}

const valueOf = (form: StepForm, name: string): string => form[name] ?? ''

/** The fields that are asked now. */
export const shownFields = (step: StepName, form: StepForm): readonly Field[] =>
  STEP_FIELDS[step].filter(({ when }) => !when || valueOf(form, when.name) === when.is)

/** Keys that are ticked under a field, each with what was written beside it. */
export function ticked(form: StepForm, name: string): readonly { key: string; words: string }[] {
  const prefix = `${name}.`
  return Object.keys(form)
    .filter((key) => key.startsWith(prefix))
    .map((key) => ({ key: key.slice(prefix.length), words: valueOf(form, key).trim() }))
}

/** Empty when it can be sent. */
export function checkStep(step: StepName, form: StepForm): StepErrors {
  const errors: Record<string, string> = {}
  for (const field of shownFields(step, form)) {
    const error = checkField(field, form)
    if (error) errors[field.name] = error
  }
  if (step === 'notifySupplement' && Object.keys(errors).length === 0) {
    const none = ticked(form, 'papers').length === 0 && !valueOf(form, 'others').trim()
    if (none) errors.papers = '差哪几样？至少点一样，或者写一样'
  }
  return errors
}

const MISSING: Readonly<Record<Field['kind'], string>> = {
  text: '还没写',
  line: '还没写',
  choice: '还没选',
  pick: '还没选',
  ticks: '至少点一样',
  date: '还没选日子',
  time: '还没选几点',
  photo: '还没拍',
}

function checkField(field: Field, form: StepForm): string {
  if (field.kind === 'ticks') return checkTicks(field, form)
  const value = valueOf(form, field.name).trim()
  if (!value) {
    return field.optional ? '' : MISSING[field.kind]
  }
  return field.kind === 'text' || field.kind === 'line' ? checkText(field, value) : ''
}

function checkTicks(field: TickField, form: StepForm): string {
  const chosen = ticked(form, field.name)
  if (chosen.length === 0) return field.optional ? '' : MISSING.ticks
  const silent = field.reasons && chosen.some(({ words }) => !words)
  return silent ? '点了的每一样都写一句为什么，他好知道怎么补' : ''
}

function checkText(field: Extract<Field, { kind: 'text' | 'line' }>, text: string): string {
  const { most, as, least = 0 } = field
  if (text.length > most) return `写了${String(text.length)}个字，最多${String(most)}个`
  if (as === 'names' && new Set(namesIn(text)).size < least) {
    return `至少写${String(least)}个，中间加、`
  }
  if (as === 'pairs' && pairsIn(text) === null) return '一行写一样，中间加冒号，如：位置：一组'
  if (as === 'number' && !(Number(text) >= 1 && Number(text) <= 60)) return '写1到60的数'
  const blank = blankIn(text)
  return blank ? `${blank}还没换成实话` : ''
}

/** What a field of the page shows. */
export function fieldViews(
  step: StepName,
  form: StepForm,
  errors: StepErrors,
  matter: CaseDetail | null,
  units: readonly Unit[],
) {
  const late = matter !== null && isLate(matter)
  const shown = shownFields(step, form).filter((field) => late || !onlyAgain(field))
  return shown.map((field) => {
    const value = valueOf(form, field.name)
    const written = field.kind === 'text' || field.kind === 'line' ? field : null
    return {
      key: `${field.name}:${field.when?.is ?? ''}`,
      name: field.name,
      kind: field.kind,
      ask: field.ask,
      hint: written?.hint ?? '',
      value,
      error: errors[field.name] ?? '',
      spoken: field.kind === 'date' && value ? spokenDate(value) : value,
      templates: written?.templates ? TEMPLATES[written.templates] : [],
      options: optionsOf(field, form, matter, units),
    }
  })
}

/** 后来才要的: told once before, or accepted with the papers that were there. */
const isLate = ({ supplement, clock }: CaseDetail): boolean =>
  supplement !== null || clock.acceptedOn !== null

const onlyAgain = (field: Field): boolean => field.kind === 'text' && field.again === true

export type FieldView = ReturnType<typeof fieldViews>[number]

interface Option {
  readonly value: string
  readonly text: string
  readonly on: boolean
  /** Words beside a tick; null when none are asked for. */
  readonly words: string | null
}

function optionsOf(
  field: Field,
  form: StepForm,
  matter: CaseDetail | null,
  units: readonly Unit[],
): readonly Option[] {
  if (field.kind === 'ticks') {
    return tickable(field, matter).map(({ value, text }) => {
      const words = form[`${field.name}.${value}`]
      const on = words !== undefined
      return { value, text, on, words: on && field.reasons ? words : null }
    })
  }
  if (field.kind !== 'choice' && field.kind !== 'pick') return []
  const options = field.kind === 'choice' ? field.options : pickable(field, matter, units)
  return options.map(({ value, text }) => ({
    value,
    text,
    on: valueOf(form, field.name) === value,
    words: null,
  }))
}

function tickable({ from }: TickField, matter: CaseDetail | null) {
  if (!matter) return []
  if (from === 'originals') {
    return matter.originals
      .filter(({ returnedOn }) => returnedOn === null)
      .map(({ n, name }) => ({ value: String(n), text: name }))
  }
  const wanted =
    from === 'missing' && matter.missing.length > 0
      ? matter.missing
      : matter.materials.filter(({ fileId, inHand }) => from === 'materials' || !(fileId ?? inHand))
  return wanted.map(({ key, name }) => ({ value: key, text: name }))
}

function pickable({ from }: PickField, matter: CaseDetail | null, units: readonly Unit[]) {
  if (from === 'units') {
    return units
      .filter(({ id }) => id !== matter?.unit.id)
      .map(({ id, name }) => ({ value: id, text: name }))
  }
  if (from === 'external') {
    return (matter?.external ?? [])
      .filter(({ result }) => result === null)
      .map(({ n, to }) => ({ value: String(n), text: to }))
  }
  return (matter?.opinions ?? [])
    .filter(({ answer }) => answer === null)
    .map(({ n, byName, text }) => ({ value: String(n), text: `${byName}：${text}` }))
}

/** What can only be one is chosen already: nobody taps a list of one. */
export function prefilled(
  step: StepName,
  form: StepForm,
  matter: CaseDetail,
  units: readonly Unit[],
): StepForm {
  const single = shownFields(step, form).flatMap((field): [string, string][] => {
    if (field.kind !== 'pick' || field.from === 'units' || form[field.name]) return []
    const [only, second] = pickable(field, matter, units)
    return only && !second ? [[field.name, only.value]] : []
  })
  return { ...form, ...Object.fromEntries(single) }
}

/** Behind what is written already, so that a tap never wipes words. */
export function withTemplate(written: string, sentence: string): string {
  if (!written.trim()) return sentence
  return written.includes(sentence) ? written : `${written.trimEnd()}\n${sentence}`
}
