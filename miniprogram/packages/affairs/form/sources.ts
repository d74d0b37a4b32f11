/** Choices that a form fetches: departments, villages, kinds of matters, the people of a place. */
import { keptMe } from '../../../services/account'
import { allItems, home } from '../../../services/catalog'
import { fetchBoard, people } from '../../../services/office'
import { fetchMediation } from '../calls'
import { textOf } from '../../../shared/form/fields'
import type { Choice, Source, Values } from '../../../shared/form/fields'

const WATCHERS: readonly string[] = ['leader', 'supervisor']

/** All departments for those who see the board; for others those with matters in the catalogue. */
async function units(): Promise<Choice[]> {
  const roles = keptMe()?.account?.roles ?? []
  if (roles.some((role) => WATCHERS.includes(role))) {
    const { departments } = await fetchBoard()
    return departments.map(({ id, name }) => ({ key: id, text: name }))
  }
  const names = new Map((await allItems()).map(({ department, unit }) => [department, unit]))
  return [...names].map(([key, text]) => ({ key, text }))
}

const SOURCES: Readonly<Record<Source, (values: Values, id: string) => Promise<Choice[]>>> = {
  units,
  categories: async () =>
    (await home()).categories.map(({ id, name }) => ({ key: id, text: name })),
  villages: async () => (await home()).villages.map(({ id, name }) => ({ key: id, text: name })),
  people: async ({ about, village, unit }) => {
    const where =
      about === 'agent' ? { villageId: textOf(village) } : { departmentId: textOf(unit) }
    const found = await people(where)
    return found.map(({ id, name, post }) => ({ key: id, text: `${name}，${post}` }))
  },
  parties: async (_values, id) =>
    (await fetchMediation(id)).parties.map(({ label, name }) => ({
      key: label,
      text: `${label}，${name}`,
    })),
}

export const choicesFrom = (source: Source, values: Values, id: string): Promise<Choice[]> =>
  SOURCES[source](values, id)

/** What a fetched list depends on: it is asked for again when that changes. */
export const sourceKey = (source: Source, { about, village, unit }: Values): string =>
  source === 'people' ? [source, about, village, unit].map(textOf).join(':') : source
