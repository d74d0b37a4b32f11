import type { Submission } from '../../../services/case'
import type { Guide } from '../../../services/catalog'
import { isOurForm } from '../../../shared/checklist'
import { paperImage, paperPicture } from '../../../shared/papers'
import { contactOf } from '../../../shared/person-form'
import type { PersonForm } from '../../../shared/person-form'

/** 拍照 正在传 拍好了 没传上 自己带 到时填 */
export type PaperState = 'empty' | 'sending' | 'sent' | 'failed' | 'bring' | 'form'

export interface PaperEntry {
  readonly state: PaperState
  /** The photo on the phone. */
  readonly path?: string
  readonly fileId?: string
  /** The phone cannot show its photo any more. */
  readonly lost?: boolean
}

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
}

export const EMPTY_FORM: SubmitForm = { papers: {}, person: null, phone: '', note: '' }

export interface PaperRow {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly image: string
  readonly entry: PaperEntry
  readonly tag: { tone: string; icon: string; text: string } | null
  /** Instead of a photo that cannot be shown; else empty. */
  readonly lost: string
}

const TAGS: Readonly<Record<PaperState, PaperRow['tag']>> = {
  empty: null,
  sending: { tone: 'info', icon: 'refresh', text: '正在传' },
  sent: { tone: 'ok', icon: 'check-circle', text: '拍好了' },
  failed: { tone: 'act', icon: 'error-circle', text: '没传上' },
  bring: { tone: 'off', icon: 'user', text: '自己带' },
  form: { tone: 'off', icon: 'edit', text: '到时填' },
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

function lostSentence({ lost, state }: PaperEntry): string {
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
  return {
    code: guide.code,
    requestId,
    applicant,
    materials: guide.materials.map(({ key }) => {
      const fileId = form.papers[key]?.fileId
      return fileId === undefined ? { key } : { key, fileId }
    }),
    ...(note ? { note } : {}),
  }
}

/** Names of the papers that are still to come; forms are filled in together. */
export const toBring = (guide: Guide, { papers }: SubmitForm): string[] =>
  guide.materials
    .filter((one) => one.required && !isOurForm(one) && !papers[one.key]?.fileId)
    .map(({ name }) => name)

/** A photo that was under way when the page closed is not under way any more. */
export function settled(form: SubmitForm): SubmitForm {
  const papers = Object.fromEntries(
    Object.entries(form.papers).map(([key, entry]) => [
      key,
      entry.state === 'sending' ? { ...entry, state: 'failed' as const } : entry,
    ]),
  )
  return { ...form, papers }
}
