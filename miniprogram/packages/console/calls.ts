/** 管理: what these pages read. */
import type { Output } from '../../../typings/wire'
import { call } from '../../services/call'
import { home } from '../../services/catalog'
import type { Choice, Source } from '../../shared/form/fields'

export type ItemRecord = Output<'office', 'itemHistory'>['record']
export type Listed = Output<'office', 'catalogue'>['items'][number]
export type Training = Output<'office', 'trainings'>['trainings'][number]

export const fetchRecord = async (code: string): Promise<ItemRecord> =>
  (await call('office', 'itemHistory', { code })).record

const named = (all: readonly { readonly id: string; readonly name: string }[]): Choice[] =>
  all.map(({ id, name }) => ({ key: id, text: name }))

const SOURCES: Readonly<Partial<Record<Source, () => Promise<Choice[]>>>> = {
  units: async () => named((await call('case', 'units', {})).units),
  categories: async () => named((await home()).categories),
}

export const choicesFrom = (source: Source): Promise<Choice[]> =>
  SOURCES[source]?.() ?? Promise.resolve([])
