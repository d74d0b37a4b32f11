import type { Output } from '../../typings/wire'
import { mergeChecklist } from './checklist'
import { canHandIn, howLong, pathOf } from './matter-words'
import type { PathStep } from './matter-words'

type Guide = Output<'catalog', 'guide'>['item']

export interface Fact {
  readonly icon: string
  readonly name: string
  readonly value: string
}

const LEVELS: Readonly<Record<Guide['level'], string>> = {
  village: '村里',
  township: '村里或大厅',
  county: '村里或大厅收，县里办',
}

/** Everything that the page shows, small enough for one setData. */
export function guideView(item: Guide) {
  const { bring, maybe, forms } = mergeChecklist([item])
  return {
    code: item.code,
    name: item.name,
    audience: item.audience,
    /** Missing in what a phone kept from an older app. */
    retired: item.retired ?? null,
    handIn: canHandIn(item.mode) && !item.retired,
    facts: factsOf(item),
    fee: item.fee.text === '不收费' ? '' : item.fee.text,
    bring,
    maybe,
    forms: forms.length > 0 ? `${forms.join('、')}：到了帮您填，您签字或按手印。` : '',
    conditions: item.conditions,
    steps: stepsOf(item),
    tips: item.tips,
    result: item.result,
    basis: basisOf(item),
    unitName: item.unit.name,
    unitPhone: item.unit.phone,
    people: item.people.map(({ name, post, phone }) => ({
      who: name,
      name: `${name}，${post}`,
      line: item.unit.window,
      phone,
    })),
    unit: { name: item.unit.name, line: item.unit.window, phone: item.unit.phone },
  }
}

function factsOf(item: Guide): Fact[] {
  return [
    { icon: 'time', name: '多久办好', value: howLong(item) },
    { icon: 'money', name: '要不要钱', value: item.fee.charged ? '要，见下面' : '不收费' },
    { icon: 'home', name: '去哪里办', value: LEVELS[item.level] },
    { icon: 'user', name: '要本人去吗', value: comeOf(item) },
  ]
}

function comeOf({ inPerson, mode }: Guide): string {
  if (inPerson) return '本人要去'
  return mode === 'booking' ? '先约好再去' : '不用，可托人'
}

function stepsOf({ steps, mode }: Guide): PathStep[] {
  const path = pathOf(steps, 'received', '')
  return path.map((step, index) => {
    const days = steps[index]?.days
    return {
      ...step,
      state: 'todo' as const,
      note: days && mode !== 'booking' ? `${String(days)}个工作日内` : '',
    }
  })
}

function basisOf({ legalBasis, legalDays, commitDays }: Guide): string {
  const days =
    legalDays && legalDays > commitDays
      ? `法定${String(legalDays)}个工作日，我们承诺${String(commitDays)}个。`
      : ''
  return [days, legalBasis ?? ''].filter(Boolean).join('')
}
