import type { EarlierPaper, Submission } from '../../../services/case'
import type { Guide } from '../../../services/catalog'
import { spokenDate } from '../../../shared/dates'
import { isOurForm } from '../../../shared/checklist'
import { paperImage, paperPicture } from '../../../shared/papers'
import { contactOf } from '../../../shared/person-form'
import type { PersonForm } from '../../../shared/person-form'
import { settledPapers } from '../../../services/papers'
import type { PaperEntry } from '../../../services/papers'
import { TAGS } from '../papers'

/** A photo that cannot be shown: what was sent is safe, what was not must be taken again. */
export const brokenPaper = ({ state, fileId }: PaperEntry): PaperEntry =>
  state === 'sent' && fileId !== undefined
    ? { state, fileId, lost: true }
    : { state: 'empty', lost: true }

export interface SubmitForm {
  papers: Record<string, PaperEntry>
  person: PersonForm | null
  phone: string
  note: string
  /** 一起申请的人, as typed: names with a 、 between them. */
  together: string
  /** The number of the earlier matter that this one goes on from; empty when there is none. */
  linkedTo: string
}

export const EMPTY_FORM: SubmitForm = {
  papers: {},
  person: null,
  phone: '',
  note: '',
  together: '',
  linkedTo: '',
}

export interface PaperRow {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly image: string
  readonly entry: PaperEntry
  readonly tag: (typeof TAGS)[PaperEntry['state']]
  /** Instead of a photo that cannot be shown; else empty. */
  readonly lost: string
}

export function paperRows(guide: Guide, form: SubmitForm): PaperRow[] {
  return guide.materials.map((material) => {
    const start: PaperEntry = { state: isOurForm(material) ? 'form' : 'empty' }
    const entry = form.papers[material.key] ?? start
    return {
      key: material.key,
      name: material.name,
      note: noteOf(material),
      image: paperImage(paperPicture(material)),
      entry,
      tag: TAGS[entry.state],
      lost: lostSentence(entry),
    }
  })
}

function lostSentence({ lost, state, unsaved }: PaperEntry): string {
  if (unsaved) return '手机存满了，微信一关这张就没了'
  if (state === 'failed') return '存在手机里了，交的时候再传'
  if (!lost) return ''
  return state === 'sent'
    ? '照片传上去了，手机里这张看不到了'
    : '刚才那张照片打不开，再拍一张，或者到时自己带'
}

function noteOf(material: Guide['materials'][number]): string {
  if (isOurForm(material)) return '帮您填，签字或按手印'
  const text = /身份证/.test(material.name) ? '正反两面放一起拍' : (material.note ?? '')
  const optional = material.required || /有就|才带/.test(text) ? '' : '有就交'
  return [optional, text].filter(Boolean).join('，')
}

export interface Applicant {
  readonly name: string
  readonly villageId: string
}

/** What is sent. A paper without a photo is not left out: it will be brought. */
export function submissionOf(
  guide: Guide,
  form: SubmitForm,
  self: Applicant,
  requestId: string,
): Submission {
  const { person } = form
  const applicant = person
    ? { name: person.name.trim(), villageId: person.villageId, contact: contactOf(person) }
    : {
        name: self.name,
        villageId: self.villageId,
        // Nothing written: as registered, which the phone knows only masked.
        ...(form.phone ? { contact: contactOf({ by: 'phone', phone: form.phone }) } : {}),
      }
  const note = form.note.trim()
  const coApplicants = namesIn(form.together)
  return {
    code: guide.code,
    requestId,
    applicant,
    materials: guide.materials.map(({ key }) => {
      const fileId = form.papers[key]?.fileId
      return fileId === undefined ? { key } : { key, fileId }
    }),
    ...(note ? { note } : {}),
    ...(coApplicants.length > 0 ? { coApplicants } : {}),
    ...(form.linkedTo ? { linkedTo: form.linkedTo } : {}),
  }
}

/** Names as people write them in one line. */
export const namesIn = (text: string): string[] =>
  text
    .split(/[、，,;；\s]+/)
    .map((name) => name.trim())
    .filter(Boolean)

/** 推选的代表，连申请人一共不超过五个 */
const MOST_TOGETHER = 4

export const checkTogether = (text: string): string =>
  namesIn(text).length > MOST_TOGETHER ? '代表最多五个人，连您在内' : ''

/** 以前交过的 that are not photographed anew: what may be used again, when the person agrees. */
export const reusable = (papers: readonly EarlierPaper[], form: SubmitForm): EarlierPaper[] =>
  papers.filter(({ key }) => form.papers[key]?.fileId === undefined)

export const offerText = (papers: readonly EarlierPaper[]): string =>
  papers.map(({ name, on }) => `${name}（${spokenDate(on).split(' ')[0] ?? on}交的）`).join('、')

/** With the earlier photos in their places. */
export const withEarlier = (form: SubmitForm, papers: readonly EarlierPaper[]): SubmitForm => ({
  ...form,
  papers: {
    ...form.papers,
    ...Object.fromEntries(
      papers.map(({ key, fileId }) => [key, { state: 'again' as const, fileId }]),
    ),
  },
})

/** For another person: the earlier photos of the one before go. */
export const withoutEarlier = ({ papers }: SubmitForm): SubmitForm['papers'] =>
  Object.fromEntries(Object.entries(papers).filter(([, { state }]) => state !== 'again'))

/** In the cloud, or on the phone and on its way. */
const hasPhoto = (entry: PaperEntry | undefined): boolean =>
  entry?.fileId !== undefined || entry?.state === 'failed'

/** Names of the papers that are still to come; forms are filled in together. */
export const toBring = (guide: Guide, { papers }: SubmitForm): string[] =>
  guide.materials
    .filter((one) => one.required && !isOurForm(one) && !hasPhoto(papers[one.key]))
    .map(({ name }) => name)

export const settled = (form: SubmitForm): SubmitForm => ({
  ...form,
  papers: settledPapers(form.papers),
})
