import type { ListedCase } from '../../services/case'
import { initial, isOpen } from '../../shared/matter-words'

export const HELPED_KEY = 'helped'

export interface Helped {
  readonly name: string
  readonly initial: string
  readonly note: string
}

/** 我帮的人: everybody for whom something was handed in, those with something open first. */
export function helpedPeople(cases: readonly ListedCase[]): Helped[] {
  const byName = new Map<string, ListedCase[]>()
  for (const one of cases)
    byName.set(one.applicantName, [...(byName.get(one.applicantName) ?? []), one])
  const openOf = (list: readonly ListedCase[]) => list.filter(({ status }) => isOpen(status))
  return [...byName.entries()]
    .sort(([, a], [, b]) => Number(openOf(b).length > 0) - Number(openOf(a).length > 0))
    .map(([name, list]) => ({ name, initial: initial(name), note: noteOf(list, openOf(list)) }))
}

function noteOf(all: readonly ListedCase[], open: readonly ListedCase[]): string {
  const [first] = open
  if (!first) return `办过${String(all.length)}件，都有结果了`
  return open.length === 1 ? `${first.itemName}，正在办` : `正在办${String(open.length)}件`
}
