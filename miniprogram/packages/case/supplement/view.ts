/** 补材料的单子: every paper that is asked for, with its photo of today; partial is fine. */
import type { CaseDetail } from '../../../services/case'
import { spokenDate } from '../../../shared/dates'
import { paperImage, paperPicture } from '../../../shared/papers'
import { settledPapers } from '../../../services/papers'
import type { Papers } from '../../../services/papers'
import { TAGS } from '../papers'

export interface SupplementForm {
  readonly papers: Papers
}

export const NOTHING_YET: SupplementForm = { papers: {} }

export const settled = ({ papers }: SupplementForm): SupplementForm => ({
  papers: settledPapers(papers),
})

interface Wanted {
  readonly key: string
  readonly name: string
  readonly reason: string
}

/** What may be brought now: the list of the notice, what was promised, what was never handed in. */
export function toBring(matter: Partial<CaseDetail>): Wanted[] {
  const { missing = [], promise, materials = [] } = matter
  if (missing.length > 0) return [...missing]
  if (!promise || promise.kept) return []
  return materials
    .filter(({ name, fileId, inHand }) => promise.names.includes(name) && !fileId && !inHand)
    .map(({ key, name }) => ({ key, name, reason: '您答应补的' }))
}

export function supplementView(matter: CaseDetail, { papers }: SupplementForm) {
  const { supplement, promise } = matter
  const dueOn = supplement?.dueOn ?? promise?.dueOn ?? ''
  const wanted = toBring(matter)
  const rows = wanted.map(({ key, name, reason }, index) => {
    const entry = papers[key] ?? { state: 'empty' as const }
    return {
      key,
      name,
      reason,
      number: String(index + 1),
      image: paperImage(paperPicture({ key, name })),
      entry,
      tag: TAGS[entry.state],
    }
  })
  return {
    name: matter.item.name,
    who: matter.applicant.name,
    number: matter.number,
    due: dueOn && spokenDate(dueOn),
    said: supplement ? `${spokenDate(supplement.on)}，${supplement.byName}写的单子` : '',
    unit: matter.unit,
    rows,
    ready: readyKeys(wanted, papers).length,
    sheet: sheetText(matter, wanted, dueOn),
    canSend: matter.allowed.includes('supplement'),
  }
}

export type SupplementView = ReturnType<typeof supplementView>

/** With its photo, in the cloud or still on the phone. */
const readyKeys = (wanted: readonly Wanted[], papers: Papers) =>
  wanted.filter(({ key }) => papers[key]?.fileId !== undefined || papers[key]?.state === 'failed')

/** What is sent: only what has its photo; the rest can follow. */
export const givenOf = (matter: CaseDetail, { papers }: SupplementForm) =>
  readyKeys(toBring(matter), papers).map(({ key }) => {
    const fileId = papers[key]?.fileId
    return fileId === undefined ? { key } : { key, fileId }
  })

/** The list as text, for a message to the family or a printer. */
function sheetText(matter: CaseDetail, wanted: readonly Wanted[], dueOn: string): string {
  return [
    `${matter.item.name}，${matter.applicant.name}，还要补${String(wanted.length)}样：`,
    ...wanted.map(({ name, reason }, index) => `${String(index + 1)}. ${name}（${reason}）`),
    ...(dueOn ? [`${spokenDate(dueOn)}前补。拍照、送到窗口、交给代办员都行。`] : []),
    `编号${matter.number}，问${matter.unit.name} ${matter.unit.phone}`,
  ].join('\n')
}
