import { act, actState } from '../../../services/act'
import { me } from '../../../services/account'
import { fetchCases } from '../../../services/case'
import { home } from '../../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { go, goBack } from '../../../services/navigate'
import { page } from '../../../services/page'
import { rateVisit } from '../../../services/rating'
import type { Level } from '../../../services/rating'

interface Form {
  level: Level | 0
  comment: string
  passOn: boolean
}

const EMPTY: Form = { level: 0, comment: '', passOn: false }
const LONGEST_COMMENT = 500

/** 桌卡: a matter that was completed is rated as such; else how the window received one today. */
page({
  data: {
    ...actState(),
    window: 0,
    registered: true,
    unrated: [] as { id: string; name: string }[],
    form: EMPTY,
    missing: '',
    supervisorPhone: '',
    done: false,
  },
  methods: {
    onLoad({ w = '' }: { w?: string }) {
      this.setData({ window: Number(w) || 0 })
      this.setData({ form: openDraft(this.draft(), EMPTY).form })
      home().then(
        ({ township }) => this.setData({ supervisorPhone: township.supervisorPhone }),
        () => undefined,
      )
      void this.findUnrated()
    },
    draft(): string {
      return `desk:${String(this.data.window)}`
    },
    async findUnrated() {
      const account = (await me().catch(() => null))?.account
      this.setData({ registered: account !== null })
      if (!account?.resident) return
      const cases = (await fetchCases().catch(() => null))?.cases ?? []
      const unrated = cases.filter(({ canRate }) => canRate)
      this.setData({ unrated: unrated.map(({ id, itemName }) => ({ id, name: itemName })) })
    },
    change(part: Partial<Form>) {
      const form = { ...this.data.form, ...part }
      keepForm(this.draft(), openDraft(this.draft(), EMPTY), form)
      this.setData({ form, missing: '' })
    },
    choose(event: WechatMiniprogram.CustomEvent<{ level: Level }>) {
      this.change({ level: event.detail.level })
    },
    type(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ comment: event.detail.value.slice(0, LONGEST_COMMENT) })
    },
    agree(event: WechatMiniprogram.CustomEvent<{ on: boolean }>) {
      this.change({ passOn: event.detail.on })
    },
    openCase(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/rating/rate/rate?id=${String(event.currentTarget.dataset.id)}`)
    },
    register() {
      go('/packages/help/register/register')
    },
    async send() {
      const { form, window } = this.data
      const { level, passOn } = form
      if (level === 0) {
        this.setData({ missing: '先点一张脸，再点“就这样评”' })
        return
      }
      const comment = form.comment.trim()
      const { requestId } = openDraft(this.draft(), EMPTY)
      const words = { failed: '没评上', kept: '您选的都在', again: '再评一次' }
      const sent = await act(this, words, async () => {
        await rateVisit({ window, level, passOn, requestId, ...(comment ? { comment } : {}) })
        return true
      })
      if (!sent) return
      closeDraft(this.draft())
      this.setData({ done: true })
    },
    back() {
      goBack()
    },
    closeTrouble() {
      this.setData({ trouble: null })
    },
  },
})
