import { act, actState } from '../../../services/act'
import { fetchOrKept, dropCache } from '../../../services/cache'
import { sayWhy } from '../../../services/call'
import { caseKey, fetchCase } from '../../../services/case'
import type { CaseDetail } from '../../../services/case'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import type { Draft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { replace } from '../../../services/navigate'
import { INBOX_KEY, units } from '../../../services/office'
import { page } from '../../../services/page'
import { takePhoto, uploadPhoto } from '../../../services/upload'
import { STEP_WORDS, isStep } from '../actions'
import type { StepName } from '../actions'
import { momentOf } from '../case/view'
import { tellDone } from '../done'
import { STEP_FIELDS } from './fields'
import { checkStep, EMPTY_STEP, fieldViews, prefilled, withTemplate } from './form'
import type { FieldView, StepErrors, StepForm, Unit } from './form'
import { takeStep } from './inputs'
import { agreedOf, askedOf } from './known'

const INBOX = 'packages/office/inbox/inbox'

interface FieldEvent {
  readonly currentTarget: { readonly dataset: Readonly<Record<string, string>> }
  readonly detail: { readonly value: string }
}

/** One step of a matter: what is written is kept until it arrived, and arrives once. */
page({
  data: {
    ...pageState(),
    ...actState(),
    id: '',
    step: 'progress' as StepName,
    words: STEP_WORDS.progress,
    matter: null as { name: string; who: string; asked: readonly string[] } | null,
    allowed: true,
    /** It arrived: a late tap is nothing. */
    sent: false,
    /** What somebody else did meanwhile. */
    moved: '',
    form: EMPTY_STEP,
    errors: {},
    fields: [] as FieldView[],
  },
  methods: {
    async onLoad({ id = '', step = '' }: { id?: string; step?: string }) {
      if (!isStep(step)) {
        replace(`/packages/office/case/case?id=${id}`)
        return
      }
      void wx.setNavigationBarTitle({ title: STEP_WORDS[step].verb.split('，')[0] ?? '' })
      this.setData({ id, step, words: STEP_WORDS[step] })
      this.setForm(this.draft().form)
      await Promise.all([this.refresh(), this.loadUnits()])
    },
    async refresh() {
      const { id } = this.data
      await load(this, {
        key: caseKey(id),
        fetch: () => fetchCase(id),
        show: (matter: CaseDetail) => this.showMatter(matter),
      })
    },
    /** The list of departments, only for a step that asks for one. */
    async loadUnits() {
      const asks = STEP_FIELDS[this.data.step].some(
        (field) => field.kind === 'pick' && field.from === 'units',
      )
      if (!asks) return
      Object.assign(this, { units: await fetchOrKept('units', units).catch(() => []) })
      this.setForm(this.data.form)
    },
    /** Kept beside the page's data: only the fields are drawn. */
    known(): { detail?: CaseDetail; units?: Unit[] } {
      return this as unknown as { detail?: CaseDetail; units?: Unit[] }
    },
    showMatter(matter: CaseDetail) {
      Object.assign(this, { detail: matter })
      const { step, form } = this.data
      this.setData({
        matter: {
          name: matter.item.name,
          who: matter.applicant.name,
          asked: askedOf(step, matter),
        },
        allowed: matter.allowed.includes(step),
      })
      const known = { ...agreedOf(step, matter), ...form }
      this.setForm(prefilled(step, known, matter, this.known().units ?? []))
      if (this.data.moved) this.setData({ moved: lastEvent(matter) })
    },
    draftName(): string {
      return `step:${this.data.id}:${this.data.step}`
    },
    draft(): Draft<StepForm> {
      return openDraft(this.draftName(), EMPTY_STEP)
    },
    setForm(form: StepForm, errors: StepErrors = {}) {
      const { detail = null, units: known = [] } = this.known()
      const fields = fieldViews(this.data.step, form, errors, detail, known)
      this.setData({ form, errors, fields })
    },
    change(part: StepForm) {
      const form = { ...this.data.form, ...part }
      keepForm(this.draftName(), this.draft(), form)
      this.setForm(form)
    },
    type(event: FieldEvent) {
      this.change({ [event.currentTarget.dataset.name ?? '']: event.detail.value })
    },
    pick(event: FieldEvent) {
      const { name = '', value = '' } = event.currentTarget.dataset
      this.change({ [name]: value })
    },
    tick(event: FieldEvent) {
      const { name = '', value = '' } = event.currentTarget.dataset
      const key = `${name}.${value}`
      const { [key]: words, ...rest } = this.data.form
      const form = words === undefined ? { ...rest, [key]: '' } : rest
      keepForm(this.draftName(), this.draft(), form)
      this.setForm(form)
    },
    pickTemplate(event: FieldEvent) {
      const { name = '', text = '' } = event.currentTarget.dataset
      this.change({ [name]: withTemplate(this.data.form[name] ?? '', text) })
    },
    async shoot(event: FieldEvent) {
      const { name = '' } = event.currentTarget.dataset
      try {
        const photo = await takePhoto()
        if (photo) this.change({ [name]: await uploadPhoto(photo.path) })
      } catch (error) {
        this.setData({
          trouble: { title: '没拍成', text: sayWhy(error), again: '', code: 'NO_CAMERA' },
        })
      }
    },
    async send() {
      const { step, id, form, words, busy, sent } = this.data
      if (busy || sent) return
      const errors = checkStep(step, form)
      this.setForm(form, errors)
      if (Object.keys(errors).length > 0) return
      const { requestId } = keepForm(this.draftName(), this.draft(), form)
      const kept = STEP_FIELDS[step].length > 0 ? '您写的都在' : '什么都没丢'
      const told = { failed: '刚才没办成', kept, again: '再来一次' }
      const done = await act(this, told, async () => {
        await takeStep(step, id, requestId, form)
        return true
      })
      if (!done) {
        await this.refused()
        return
      }
      this.setData({ sent: true })
      closeDraft(this.draftName())
      dropCache(INBOX_KEY)
      tellDone({ caseId: id, text: `${words.done}：${this.data.matter?.name ?? ''}` })
      goToInbox()
    },
    /** What was refused was not done: the words stay, and another try is another request. */
    async refused() {
      const { form, trouble } = this.data
      const code = trouble?.code ?? ''
      if (code === 'OFFLINE' || code === 'UNREACHABLE' || code === 'INTERNAL') return
      closeDraft(this.draftName())
      keepForm(this.draftName(), this.draft(), form)
      if (code !== 'CONFLICT' && code !== 'ACTION_NOT_ALLOWED') return
      // The page itself says it, beside the words that are kept.
      this.setData({ moved: '刚刚有别人动过', trouble: null })
      await this.refresh()
    },
    copy() {
      const data = Object.values(this.data.form).filter(Boolean).join('\n')
      void wx.setClipboardData({ data, fail: () => undefined })
    },
    openCase() {
      replace(`/packages/office/case/case?id=${this.data.id}`)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    again() {
      void this.send()
    },
  },
})

function lastEvent({ events, statusText }: CaseDetail): string {
  const last = events[events.length - 1]
  if (!last) return statusText
  return `${momentOf(last.at, new Date())}，${last.by}：${last.title}。现在是“${statusText}”。`
}

/** Back to the inbox that is below, else to a new one. */
function goToInbox(): void {
  const pages = getCurrentPages()
  const place = pages.map(({ route }) => route).lastIndexOf(INBOX)
  if (place >= 0) void wx.navigateBack({ delta: pages.length - 1 - place })
  else replace(`/${INBOX}`)
}
