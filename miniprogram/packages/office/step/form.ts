import type { StepForm, StepName } from '../../../services/office'
import { STEP_WORDS } from '../actions'
import { blankIn, TEMPLATES } from './templates'
import type { Template } from './templates'

export const EMPTY_STEP: StepForm = { text: '', outcome: '', remedy: '' }

export type StepErrors = Partial<Record<keyof StepForm, string>>

const MOST_REMEDY = 500

/** Empty when it can be sent. */
export function checkStep(step: StepName, form: StepForm): StepErrors {
  const { required, most } = STEP_WORDS[step]
  const errors: StepErrors = {}
  if (step === 'decide' && form.outcome === '') errors.outcome = '先选办成了，还是没办成'
  const text = checkText(form.text, most, required)
  if (text) errors.text = text
  const remedy = form.outcome === 'refuse' ? checkText(form.remedy, MOST_REMEDY, false) : ''
  if (remedy) errors.remedy = remedy
  return errors
}

function checkText(value: string, most: number, required: boolean): string {
  const text = value.trim()
  if (required && !text) return '还没写'
  if (most > 0 && text.length > most) {
    return `写了${String(text.length)}个字，最多${String(most)}个`
  }
  const blank = blankIn(text)
  return blank ? `${blank}还没换成实话` : ''
}

/** The sentences that fit what is being written. */
export function templatesFor(step: StepName, form: StepForm): readonly Template[] {
  if (step === 'accept' || step === 'progress') return TEMPLATES[step]
  if (step !== 'decide' || form.outcome === '') return []
  return TEMPLATES[form.outcome]
}

/** Behind what is written already, so that a tap never wipes words. */
export function withTemplate(written: string, sentence: string): string {
  if (!written.trim()) return sentence
  return written.includes(sentence) ? written : `${written.trimEnd()}\n${sentence}`
}
