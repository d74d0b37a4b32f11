import { act, actState } from '../../../services/act'
import { dropCache, writeCache } from '../../../services/cache'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import {
  fetchRectification,
  rectificationKey,
  RECTIFICATIONS_KEY,
  takeRectificationStep,
} from '../../../services/rating'
import type { Rectification, RectificationForm, RectificationStep } from '../../../services/rating'
import { checkForm, EMPTY_FORM, STEP_WORDS } from './steps'
import type { StepWords } from './steps'
import { rectificationPageView } from './view'
import type { RectificationPageView } from './view'

/** 差评整改: whose turn it is, what was said and done, and the one step that is mine. */
page({
  data: {
    ...pageState(),
    ...actState(),
    id: '',
    view: null as RectificationPageView | null,
    step: '' as RectificationStep | '',
    words: null as StepWords | null,
    form: EMPTY_FORM,
    errors: {},
    done: '',
  },
  methods: {
    onLoad({ id = '' }: { id?: string }) {
      this.setData({ id })
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      await load(this, {
        key: rectificationKey(id),
        fetch: () => fetchRectification(id),
        show: (doc: Rectification) => this.show(doc),
      })
    },
    show(doc: Rectification) {
      const view = rectificationPageView(doc)
      const [only] = view.steps
      // One thing to do needs no choosing.
      const step = view.steps.length === 1 && only ? only.step : ''
      const kept = view.steps.some((one) => one.step === this.data.step) ? this.data.step : step
      this.setData({ view })
      this.openStep(kept)
    },
    draftName(step: string): string {
      return `rectification:${this.data.id}:${step}`
    },
    openStep(step: RectificationStep | '') {
      const form = step ? openDraft(this.draftName(step), EMPTY_FORM).form : EMPTY_FORM
      this.setData({ step, words: step ? STEP_WORDS[step] : null, form, errors: {} })
    },
    pickStep(event: WechatMiniprogram.TouchEvent) {
      this.openStep(event.currentTarget.dataset.step as RectificationStep)
    },
    change(part: Partial<RectificationForm>) {
      const { step, form } = this.data
      const next = { ...form, ...part }
      const name = this.draftName(step)
      keepForm(name, openDraft(name, EMPTY_FORM), next)
      this.setData({ form: next, errors: {}, done: '' })
    },
    choose(event: WechatMiniprogram.CustomEvent<{ key: string }>) {
      this.change({ choice: event.detail.key })
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ text: event.detail.value })
    },
    agree(event: WechatMiniprogram.CustomEvent<{ on: boolean }>) {
      this.change({ agreed: event.detail.on })
    },
    async send() {
      const { id, step, form } = this.data
      if (!step) return
      const errors = checkForm(step, form)
      if (errors.choice || errors.text) {
        this.setData({ errors })
        return
      }
      const name = this.draftName(step)
      const { requestId } = openDraft(name, EMPTY_FORM)
      const words = { failed: '没记上', kept: '您写的都在', again: '再交一次' }
      const doc = await act(this, words, () => takeRectificationStep(step, id, requestId, form))
      if (!doc) return
      closeDraft(name)
      dropCache(RECTIFICATIONS_KEY)
      writeCache(rectificationKey(id), doc)
      this.setData({ done: '记下了' })
      this.show(doc)
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
