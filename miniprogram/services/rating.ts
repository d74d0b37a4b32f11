/** 好差评, and what follows from a bad one. */
import type { Input, Output } from '../../typings/wire'
import { call } from './call'

export type Level = Input<'rating', 'rate'>['level']
export type Rated = Output<'rating', 'rated'>
export type Rectification = Output<'rating', 'rectification'>['rectification']
export type Rectifications = Output<'rating', 'rectifications'>
export type Answers = Input<'rating', 'survey'>['answers']

export const RECTIFICATIONS_KEY = 'rectifications'
export const ratedKey = (id: string): string => `rated:${id}`
export const rectificationKey = (id: string): string => `rectification:${id}`

export async function rate(rating: Input<'rating', 'rate'>): Promise<void> {
  await call('rating', 'rate', rating)
}

export async function rateAgain(rating: Input<'rating', 'rateAgain'>): Promise<void> {
  await call('rating', 'rateAgain', rating)
}

export async function rateVisit(rating: Input<'rating', 'rateVisit'>): Promise<void> {
  await call('rating', 'rateVisit', rating)
}

export async function enterRating(rating: Input<'rating', 'enterRating'>): Promise<void> {
  await call('rating', 'enterRating', rating)
}

export const fetchRated = (targetId: string): Promise<Rated> =>
  call('rating', 'rated', { targetId })

export async function answerSurvey(answers: Answers, requestId: string): Promise<void> {
  await call('rating', 'survey', { answers, requestId })
}

export const fetchRectifications = (cursor?: string): Promise<Rectifications> =>
  call('rating', 'rectifications', cursor === undefined ? {} : { cursor })

export const fetchUnitStats = (): Promise<Output<'rating', 'unitStats'>> =>
  call('rating', 'unitStats', {})

export async function fetchRectification(id: string): Promise<Rectification> {
  return (await call('rating', 'rectification', { id })).rectification
}

/** What was filled in for a step; each step takes what it needs of it. */
export interface RectificationForm {
  readonly choice: string
  readonly text: string
  readonly agreed: boolean
}

export type RectificationStep = Exclude<
  Rectification['allowed'][number],
  'remind' | 'escalate' | 'reckon'
>

type Take = (
  id: string,
  requestId: string,
  form: RectificationForm,
) => Promise<{ rectification: Rectification }>

const optional = (text: string): string | undefined => text.trim() || undefined

const STEPS: Readonly<Record<RectificationStep, Take>> = {
  contact: (id, requestId, { choice, text, agreed }) =>
    call('rating', 'contact', {
      id,
      requestId,
      outcome: choice as Input<'rating', 'contact'>['outcome'],
      text: optional(text),
      ...(choice === 'told' ? { named: agreed } : {}),
    }),
  rectify: (id, requestId, { text }) => call('rating', 'rectify', { id, requestId, text }),
  revisit: (id, requestId, { choice, text }) =>
    call('rating', 'revisit', {
      id,
      requestId,
      outcome: choice as Input<'rating', 'revisit'>['outcome'],
      text: optional(text),
    }),
  conclude: (id, requestId, { text }) => call('rating', 'conclude', { id, requestId, text }),
  appeal: (id, requestId, { text }) => call('rating', 'appeal', { id, requestId, text }),
  judgeAppeal: (id, requestId, { choice, text }) =>
    call('rating', 'judgeAppeal', { id, requestId, upheld: choice === 'upheld', reason: text }),
}

export async function takeRectificationStep(
  step: RectificationStep,
  id: string,
  requestId: string,
  form: RectificationForm,
): Promise<Rectification> {
  return (await STEPS[step](id, requestId, form)).rectification
}
