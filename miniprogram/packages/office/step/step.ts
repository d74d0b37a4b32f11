import { act, actState } from '../../../services/act'
import { dropCache } from '../../../services/cache'
import { caseKey, fetchCase } from '../../../services/case'
import type { CaseDetail } from '../../../services/case'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import type { Draft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { replace } from '../../../services/navigate'
import { INBOX_KEY, takeStep } from '../../../services/office'
import type { StepForm, StepName } from '../../../services/office'
import { page } from '../../../services/page'
import { STEP_WORDS, isStep } from '../actions'
import { momentOf } from '../case/view'
import { tellDone } from '../done'
import { checkStep, EMPTY_STEP, templatesFor, withTemplate } from './form'
import type { Template } from './templates'

const INBOX = 'packages/office/inbox/inbox'

/** One step of a matter: what is written is kept until it arrived, and arrives once. */
page({
  data: {
    ...pageState(),
    ...actState(),
    id: '',
    step: 'progress' as StepName,
    words: STEP_WORDS.progress,
    matter: null as { name: string; who: string } | null,
    allowed: true,
    /** It arrived: a late tap is nothing. */
    sent: false,
    /** What somebody else did meanwhile. */
    moved: '',
    form: EMPTY_STEP,
    errors: {},
    templates: [] as Template[],
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
      await this.refresh()
    },
    async refresh() {
      const { id } = this.data
      await load(this, {
        key: caseKey(id),
        fetch: () => fetchCase(id),
        show: (matter: CaseDetail) => this.showMatter(matter),
      })
    },
    showMatter(matter: CaseDetail) {
      this.setData({
        matter: { name: matter.item.name, who: matter.applicant.name },
        allowed: matter.allowed.includes(this.data.step),
      })
      if (this.data.moved) this.setData({ moved: lastEvent(matter) })
    },
    draft(): Draft<StepForm> {
      return openDraft(`step:${this.data.id}:${this.data.step}`, EMPTY_STEP)
    },
    setForm(form: StepForm) {
      this.setData({ form, templates: [...templatesFor(this.data.step, form)], errors: {} })
    },
    change(part: Partial<StepForm>) {
      const form = { ...this.data.form, ...part }
      keepForm(`step:${this.data.id}:${this.data.step}`, this.draft(), form)
      this.setForm(form)
    },
    typeText(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ text: event.detail.value })
    },
    typeRemedy(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ remedy: event.detail.value })
    },
    pickOutcome(event: WechatMiniprogram.TouchEvent) {
      this.change({ outcome: event.currentTarget.dataset.outcome as StepForm['outcome'] })
    },
    pickTemplate(event: WechatMiniprogram.TouchEvent) {
      const picked = this.data.templates.find(({ key }) => key === event.currentTarget.dataset.key)
      if (picked) this.change({ text: withTemplate(this.data.form.text, picked.text) })
    },
    async send() {
      const { step, id, form, words, busy, sent } = this.data
      if (busy || sent) return
      const errors = checkStep(step, form)
      this.setData({ errors })
      if (Object.keys(errors).length > 0) return
      const { requestId } = keepForm(`step:${id}:${step}`, this.draft(), form)
      const kept = words.most > 0 ? '您写的都在' : '什么都没丢'
      const told = { failed: '刚才没办成', kept, again: '再来一次' }
      const done = await act(this, told, () => takeStep(step, id, requestId, form))
      if (!done) {
        await this.refused()
        return
      }
      this.setData({ sent: true })
      closeDraft(`step:${id}:${step}`)
      dropCache(INBOX_KEY)
      tellDone({ caseId: id, text: `${words.done}：${this.data.matter?.name ?? ''}` })
      goToInbox()
    },
    /** What was refused was not done: the words stay, and another try is another request. */
    async refused() {
      const { id, step, form, trouble } = this.data
      const code = trouble?.code ?? ''
      if (code === 'OFFLINE' || code === 'UNREACHABLE' || code === 'INTERNAL') return
      closeDraft(`step:${id}:${step}`)
      keepForm(`step:${id}:${step}`, this.draft(), form)
      if (code !== 'CONFLICT' && code !== 'ACTION_NOT_ALLOWED') return
      // The page itself says it, beside the words that are kept.
      this.setData({ moved: '刚刚有别人动过', trouble: null })
      await this.refresh()
    },
    copy() {
      void wx.setClipboardData({ data: this.data.form.text, fail: () => undefined })
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
