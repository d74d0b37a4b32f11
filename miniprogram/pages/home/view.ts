import type { ListedCase } from '../../services/case'
import type { Category, Home, Item } from '../../services/catalog'
import { businessDate, relativeDate, spokenDate, spokenTime } from '../../shared/dates'
import { isOpen, lastDay, matterSentence, matterTag } from '../../shared/matter-words'
import type { Tag } from '../../shared/matter-words'

export interface LifeEvent {
  readonly id: string
  readonly name: string
  readonly icon: string
  /** Two everyday names of what is in it. */
  readonly note: string
}

export interface Thursday {
  readonly date: string
  readonly title: string
  readonly hours: string
  /** Why it is not on Thursday. */
  readonly moved: string
}

export interface MatterCard {
  readonly id: string
  readonly name: string
  readonly tag: Tag
  readonly sentence: string
  readonly due: string
  readonly deed: string
}

const MOST_ON_HOME = 2

export function lifeEvents(
  categories: readonly Category[],
  items: readonly Item[] | undefined,
): LifeEvent[] {
  return categories.map(({ id, name, icon }) => ({ id, name, icon, note: exampleWords(id, items) }))
}

function exampleWords(category: string, items: readonly Item[] | undefined): string {
  const words = (items ?? [])
    .filter((item) => item.category === category)
    .map(({ aliases }) => aliases[0] ?? '')
    .filter((word) => word.length > 0 && word.length <= 5)
  const [first = '', ...others] = words
  // Both on one line beside the icon, or only one.
  const second = others.find((word) => first.length + word.length <= 6)
  return second ? `${first}、${second}` : first
}

/** 下个驻村日 of one's own village. */
export function nextThursday(home: Home, villageId: string, now = new Date()): Thursday | null {
  const next = home.thursdays.find((day) => day.villageId === villageId)
  if (!next) return null
  const today = businessDate(now)
  return {
    date: next.date,
    title: `${relativeDate(next.date, today)}干部进村`,
    hours: `${spokenTime(next.start)} 到 ${spokenTime(next.end)}`,
    moved: next.movedFrom ? `${spokenDate(next.movedFrom)}放假，改到这天` : '',
  }
}

/** A result to read first, then what is being done; what only waits for a rating comes last. */
export function openMatters(cases: readonly ListedCase[], now = new Date()): MatterCard[] {
  const today = businessDate(now)
  return cases
    .filter(({ status, canRate }) => isOpen(status) || status === 'decided' || canRate)
    .sort((a, b) => place(a) - place(b))
    .slice(0, MOST_ON_HOME)
    .map((one) => ({
      id: one.id,
      name: one.itemName,
      tag: matterTag(one, today),
      sentence: matterSentence(one),
      ...lastDay(one, today),
    }))
}

function place({ status }: ListedCase): number {
  if (status === 'decided') return 0
  return isOpen(status) ? 1 : 2
}
