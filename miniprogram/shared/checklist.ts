/** 要带什么: one list for several matters on one visit, each paper once. */
import { paperImage, paperPicture } from './papers'

export interface MaterialFacts {
  readonly key: string
  readonly name: string
  readonly form: string
  readonly count: number
  readonly required: boolean
  readonly source: 'self' | 'issued' | 'village'
  readonly note: string | null
}

export interface MatterPapers {
  readonly code: string
  readonly name: string
  readonly materials: readonly MaterialFacts[]
}

export interface ChecklistRow {
  /** Stable while the list is the same: what a tick is kept under. */
  readonly id: string
  readonly name: string
  readonly note: string
  readonly image: string
  readonly required: boolean
}

export interface Checklist {
  /** What the person brings. */
  readonly bring: readonly ChecklistRow[]
  /** Only when it applies ("有就带"). */
  readonly maybe: readonly ChecklistRow[]
  /** Forms that we have and fill in together. */
  readonly forms: readonly string[]
}

/** Keys that mean another paper in every matter: never one and the same. */
const GENERIC = new Set([
  'apply-form',
  'old-cert',
  'declare-form',
  'evidence',
  'type-proof',
  'house-proof',
])

const FORMS: Readonly<Record<string, string>> = {
  original: '原件',
  copy: '复印件',
  'original+copy': '原件加复印件',
  photo: '',
  form: '',
}

interface Group {
  readonly id: string
  readonly first: MaterialFacts
  readonly all: MaterialFacts[]
  readonly matters: Set<string>
}

export function mergeChecklist(matters: readonly MatterPapers[]): Checklist {
  const groups = new Map<string, Group>()
  const forms = new Set<string>()
  for (const matter of matters) {
    for (const material of matter.materials) {
      if (isOurForm(material)) {
        forms.add(material.name)
        continue
      }
      const id = identity(matter.code, material)
      const group = groups.get(id) ?? { id, first: material, all: [], matters: new Set<string>() }
      group.all.push(material)
      group.matters.add(matter.code)
      groups.set(id, group)
    }
  }
  const rows = [...groups.values()].map((group) => rowOf(group, matters.length))
  return {
    bring: rows.filter(({ required }) => required),
    maybe: rows.filter(({ required }) => !required),
    forms: [...forms],
  }
}

/** A form that lies at the window: nobody needs to bring it. */
export const isOurForm = (material: MaterialFacts): boolean =>
  material.form === 'form' && material.source === 'issued'

function identity(code: string, { key, name }: MaterialFacts): string {
  return GENERIC.has(key) ? `${code}:${key}:${name}` : `${key}:${name}`
}

function rowOf({ id, first, all, matters }: Group, total: number): ChecklistRow {
  return {
    id,
    name: first.name,
    note: noteOf(all, matters.size, total),
    image: paperImage(paperPicture(first)),
    required: all.some(({ required }) => required),
  }
}

function noteOf(all: readonly MaterialFacts[], uses: number, total: number): string {
  const parts: string[] = []
  if (total > 1 && uses > 1) parts.push(`${String(uses)}件事都用它`)
  parts.push(amountOf(all))
  const note = all.find((material) => material.note)?.note
  if (note) parts.push(note)
  return parts.filter(Boolean).join('，')
}

/** Originals are shown and given back, copies stay: so copies add up, originals do not. */
function amountOf(all: readonly MaterialFacts[]): string {
  const copies = all
    .filter(({ form }) => form.includes('copy'))
    .reduce((sum, { count }) => sum + Math.max(1, count), 0)
  const original = all.some(({ form }) => form.includes('original'))
  if (original && copies > 1) return `原件加${String(copies)}张复印件`
  if (original && copies === 1) return '原件加复印件'
  if (copies > 1) return `复印件${String(copies)}张`
  const form = all[0]?.form ?? ''
  const count = Math.max(...all.map((material) => material.count))
  if (count > 1) return `${FORMS[form] ?? ''}${String(count)}张`
  return FORMS[form] ?? ''
}
