/** 地方、制度、问答: public; kept on the phone. */
import type { Output } from '../../typings/wire'
import { call } from './call'
import { allItems } from './catalog'
import type { Venue } from './catalog'

export type Place = Output<'catalog', 'place'>['place']

export const VENUES_KEY = 'venues'
export const placeKey = (id: string): string => `place:${id}`

export async function fetchVenues(): Promise<Venue[]> {
  return (await call('catalog', 'venues', {})).venues
}

export async function fetchPlace(id: string): Promise<Place> {
  return (await call('catalog', 'place', { id })).place
}

/** A text as pages show it; an answer names the items that it is about. */
export interface PublicText {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly sample: boolean
  readonly items: readonly { readonly code: string; readonly name: string }[]
}

export async function fetchTexts(kind: 'rule' | 'wording' | 'faq'): Promise<PublicText[]> {
  if (kind !== 'faq') {
    const { texts } = await call('catalog', 'rules', { kind })
    return texts.map((text) => ({ ...text, items: [] }))
  }
  const [{ faq }, items] = await Promise.all([
    call('catalog', 'faq', {}),
    allItems().catch(() => []),
  ])
  return faq.map(({ id, question, answer, sample, items: codes }) => ({
    id,
    title: question,
    text: answer,
    sample,
    items: items
      .filter(({ code }) => codes.includes(code))
      .map(({ code, name }) => ({ code, name })),
  }))
}
