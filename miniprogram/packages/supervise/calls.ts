/** What the pages of this package ask the cloud, beside what `services/bulletin` asks. */
import type { Input, Output } from '../../../typings/wire'
import { call } from '../../services/call'

export type Watch = Output<'supervision', 'watch'>
export type Assessment = Output<'supervision', 'assessment'>
export type AssessmentDecision = Assessment['decisions'][number]
export type RulebookForm = Omit<Input<'supervision', 'turnOnAssessment'>, 'requestId'>
export type RuleForm = RulebookForm['rules'][number]

export const WATCH_KEY = 'watch'
export const ASSESSMENT_KEY = 'assessment'

export const fetchWatch = (): Promise<Watch> => call('supervision', 'watch', {})

export const fetchAssessment = (): Promise<Assessment> => call('supervision', 'assessment', {})

/** Turns it on, or changes the rules while it is on. */
export const writeRules = (isOn: boolean, form: RulebookForm, requestId: string) =>
  call('supervision', isOn ? 'changeAssessment' : 'turnOnAssessment', { ...form, requestId })

export const turnOff = (reason: string, requestId: string) =>
  call('supervision', 'turnOffAssessment', { reason, requestId })

export const registerAssessment = (form: Input<'supervision', 'registerAssessment'>) =>
  call('supervision', 'registerAssessment', form)

export const appealAssessment = (id: string, text: string, requestId: string) =>
  call('supervision', 'appealAssessment', { id, text, requestId })

export const judgeAssessment = (id: string, stands: boolean, reason: string, requestId: string) =>
  call('supervision', 'judgeAssessment', { id, stands, reason, requestId })
