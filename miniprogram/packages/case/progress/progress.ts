import { act, actState } from '../../../services/act'
import { ask, caseKey, fetchCase, takeOwnStep, urge } from '../../../services/case'
import type { CaseDetail, OwnStep } from '../../../services/case'
import { PRINT_WORDS, printSheet } from '../../../services/document'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { presenceOf } from '../../../services/presence'
import type { Presence } from '../../../services/presence'
import { page } from '../../../services/page'
import { matterView } from '../matter-view'
import type { MatterView } from '../matter-view'
import { isOwnStep, OWN_WORDS } from '../ways'
import type { OwnWords } from '../ways'

const NO_QUESTION = { text: '' }

type Told = 'ask' | 'urge' | OwnStep

const CALL_INSTEAD = '急的话直接打电话，更快。'

/** 办到哪了: one's own matter, and what can be done about it now. */
page({
  data: {
    ...pageState(),
    ...actState(),
    id: '',
    matter: null as MatterView | null,
    presence: null as Presence | null,
    asking: false,
    question: '',
    questionError: '',
    /** What was just told to whoever has it. */
    said: '',
    saidMore: '',
    tried: '' as '' | 'print' | Told,
    /** What only the person concerned decides, while it is asked about. */
    own: null as (OwnWords & { step: OwnStep }) | null,
    reason: '',
    reasonError: '',
  },
  methods: {
    onLoad({ id = '' }: { id?: string }) {
      this.setData({ id, question: openDraft(`ask:${id}`, NO_QUESTION).form.text })
    },
    onShow() {
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      await load(this, {
        key: caseKey(id),
        fetch: () => fetchCase(id),
        show: (detail: CaseDetail) => this.setData({ matter: matterView(detail) }),
      })
      await this.lookIfIn()
    },
    async lookIfIn() {
      const { matter } = this.data
      if (!matter) return
      this.setData({
        presence: await presenceOf(matter.person.name, { departmentId: matter.unitId }),
      })
    },
    openAsk() {
      this.setData({ asking: true })
    },
    closeAsk() {
      this.setData({ asking: false })
    },
    typeQuestion(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const question = event.detail.value.slice(0, 300)
      this.setData({ question, questionError: '' })
      const name = `ask:${this.data.id}`
      keepForm(name, openDraft(name, NO_QUESTION), { text: question })
    },
    async ask() {
      const { id, question } = this.data
      const text = question.trim()
      if (!text) return this.setData({ questionError: '还没写要问什么' })
      const words = { failed: '没问出去', kept: '您写的还在', again: '再问一次' }
      await this.tell('ask', words, '问出去了', (requestId) => ask(id, text, requestId))
    },
    async urge() {
      const words = { failed: '没催出去', kept: '办的事没受影响', again: '再催一次' }
      await this.tell('urge', words, '催过了，他们收到了', (requestId) =>
        urge(this.data.id, requestId),
      )
    },
    async tell(
      what: Told,
      words: Parameters<typeof act>[1],
      said: string,
      send: (requestId: string) => Promise<void>,
      more = CALL_INSTEAD,
    ) {
      const name = `${what}:${this.data.id}`
      const { requestId } = openDraft(name, NO_QUESTION)
      this.setData({ tried: what, asking: false, own: null })
      const sent = await act(this, words, async () => {
        await send(requestId)
        return true
      })
      const refused = !sent && this.data.trouble?.code !== 'OFFLINE'
      if (sent || (refused && what !== 'ask')) closeDraft(name)
      if (!sent) return
      this.setData({ said, saidMore: more, ...(what === 'ask' ? { question: '' } : {}) })
      await this.refresh()
    },
    again() {
      const { tried } = this.data
      if (isOwnStep(tried)) return void this.send(tried)
      if (tried === 'print') return void this.print()
      void (tried === 'urge' ? this.urge() : this.ask())
    },
    openWay(event: WechatMiniprogram.TouchEvent) {
      const way = String(event.currentTarget.dataset.way)
      const { id, matter } = this.data
      if (isOwnStep(way)) {
        this.setData({ own: { step: way, ...OWN_WORDS[way] }, reasonError: '' })
      } else if (way === 'receipt') {
        void this.print()
      } else if (way === 'sheet') {
        go(`/packages/case/supplement/supplement?id=${id}`)
      } else if (matter) {
        go(`/packages/case/submit/submit?code=${matter.code}&linkedTo=${matter.number}`)
      }
    },
    async print() {
      this.setData({ tried: 'print' })
      await act(this, PRINT_WORDS, () => printSheet(this.data.id, 'receipt'))
    },
    closeWay() {
      this.setData({ own: null })
    },
    typeReason(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ reason: event.detail.value, reasonError: '' })
    },
    async takeWay() {
      const { own, reason } = this.data
      if (!own) return
      if (own.required && !reason.trim()) {
        this.setData({ reasonError: '写一句就行，办的人好知道' })
        return
      }
      await this.send(own.step)
    },
    async send(step: OwnStep) {
      const { failed, kept, done, after } = OWN_WORDS[step]
      const { id, reason } = this.data
      const words = { failed, kept, again: '再来一次' }
      await this.tell(
        step,
        words,
        done,
        (requestId) => takeOwnStep(step, id, requestId, reason.trim()),
        after,
      )
    },
    supplement() {
      go(`/packages/case/supplement/supplement?id=${this.data.id}`)
    },
    closeSaid() {
      this.setData({ said: '' })
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
    rate() {
      const { id, matter } = this.data
      go(`/packages/rating/rate/rate?id=${id}&name=${encodeURIComponent(matter?.name ?? '')}`)
    },
  },
})
