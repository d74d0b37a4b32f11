/**
 * 我要办什么: three questions for somebody who does not know what the matter is called. What happened,
 * what is wanted, what way suits. A question with one answer is not asked; "说不清" skips it.
 */
import { canDoInVillage, isDecidedHere, needsNoTrip } from './item-filters'
import type { Place } from './item-filters'

export interface Asked extends Place {
  readonly code: string
  readonly name: string
  readonly category: string
  readonly aliases: readonly string[]
}

export type QuestionKey = 'event' | 'want' | 'way'

/** An answer is the id of an option; an empty one means that the person cannot say. */
export type Answers = Readonly<Partial<Record<QuestionKey, string>>>

export interface Option {
  readonly id: string
  readonly text: string
  /** How many matters are left. */
  readonly count: number
}

export interface Question {
  readonly key: QuestionKey
  readonly title: string
  readonly options: readonly Option[]
}

interface Choice {
  readonly id: string
  readonly text: string
  readonly fits: (item: Asked) => boolean
}

/** What a person comes for, by the words of the name; the first that fits. */
const WANTS: readonly (Omit<Choice, 'fits'> & { readonly words: RegExp })[] = [
  { id: 'end', text: '停掉、退掉、注销', words: /注销|停保|停发|退保|退出|报停|终止/ },
  {
    id: 'change',
    text: '改、换、补、转',
    words: /变更|补领|补办|换|迁移|转移|挂失|更改|补发|翻建|过户/,
  },
  {
    id: 'ask',
    text: '问一问、查一查、反映事情',
    words: /咨询|查询|指引|指导|反映|调解|援助|报修|采集/,
  },
]

const wantOf = ({ name }: Asked): string => WANTS.find(({ words }) => words.test(name))?.id ?? 'new'

const WANT_CHOICES: readonly Choice[] = [
  { id: 'new', text: '头一回办、申请、登记' },
  ...WANTS.map(({ id, text }) => ({ id, text })),
].map(({ id, text }) => ({ id, text, fits: (item) => wantOf(item) === id }))

const WAY_CHOICES: readonly Choice[] = [
  { id: 'none', text: '一趟也不想跑', fits: needsNoTrip },
  { id: 'village', text: '在村里交就行', fits: canDoInVillage },
  { id: 'hall', text: '去乡里当面办', fits: isDecidedHere },
  { id: 'county', text: '要县里定的事', fits: (item) => !isDecidedHere(item) },
]

/** Few enough to read through: no more questions. */
const ENOUGH = 3

const choicesOf = (
  key: QuestionKey,
  categories: readonly { readonly id: string; readonly name: string }[],
): readonly Choice[] =>
  key === 'want'
    ? WANT_CHOICES
    : key === 'way'
      ? WAY_CHOICES
      : categories.map(({ id, name }) => ({
          id,
          text: name,
          fits: ({ category }) => category === id,
        }))

const TITLES: readonly (readonly [QuestionKey, string])[] = [
  ['event', '家里是哪样事？'],
  ['want', '您想做什么？'],
  ['way', '怎么办方便？'],
]

/** The matters that fit what was answered so far. */
export function fitting<Item extends Asked>(
  items: readonly Item[],
  categories: readonly { readonly id: string; readonly name: string }[],
  answers: Answers,
): Item[] {
  const chosen = TITLES.flatMap(([key]) => {
    const choice = choicesOf(key, categories).find(({ id }) => id === answers[key])
    return choice ? [choice] : []
  })
  return items.filter((item) => chosen.every((choice) => choice.fits(item)))
}

/** The next question worth asking, or null when the list is short or everything was asked. */
export function nextQuestion(
  items: readonly Asked[],
  categories: readonly { readonly id: string; readonly name: string }[],
  answers: Answers,
): Question | null {
  const left = fitting(items, categories, answers)
  if (left.length <= ENOUGH) return null
  for (const [key, title] of TITLES) {
    if (answers[key] !== undefined) continue
    const options = choicesOf(key, categories)
      .map(({ id, text, fits }) => ({ id, text, count: left.filter(fits).length }))
      .filter(({ count }) => count > 0)
    if (options.some(({ count }) => count < left.length)) return { key, title, options }
  }
  return null
}
