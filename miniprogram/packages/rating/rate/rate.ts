import { act, actState } from '../../../services/act'
import { dropCache } from '../../../services/cache'
import { CASES_KEY, caseKey, fetchCase } from '../../../services/case'
import type { CaseDetail } from '../../../services/case'
import { home } from '../../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { rate } from '../../../services/rating'
import type { Level } from '../../../services/rating'
import { goBack } from '../../../services/navigate'
import { page } from '../../../services/page'

interface Rating {
  level: Level | 0
  reasons: string[]
  comment: string
}

const EMPTY: Rating = { level: 0, reasons: [], comment: '' }
const LONGEST_COMMENT = 500

/** What one may tick: matters and manners, no person. Few enough to read. */
const REASONS = {
  good: ['讲得清楚', '少跑了路', '态度好', '办得快'],
  bad: ['没说清楚', '跑了多趟', '等得太久', '态度不好', '乱收钱'],
}

/** 评价: voluntary, once, changed by nobody. The call button rings the supervisor. */
page({
  data: {
    ...pageState(),
    ...actState(),
    id: '',
    name: '',
    used: '',
    form: EMPTY,
    choices: [] as { text: string; on: boolean }[],
    supervisorPhone: '',
    canRate: true,
    done: false,
  },
  methods: {
    onLoad({ id = '', name = '' }: Record<string, string | undefined>) {
      const { form } = openDraft<Rating>(`rate:${id}`, EMPTY)
      this.setData({ id, name: decodeURIComponent(name) })
      this.change(form)
      home().then(
        ({ township }) => this.setData({ supervisorPhone: township.supervisorPhone }),
        () => undefined,
      )
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      await load(this, {
        key: caseKey(id),
        fetch: () => fetchCase(id),
        show: ({ item, clock, canRate }: CaseDetail) =>
          this.setData({
            name: item.name,
            used: clock.counted > 0 ? `用了 ${String(clock.counted)} 个工作日` : '当天办的',
            canRate,
          }),
      })
    },
    change(part: Partial<Rating>) {
      const form = { ...this.data.form, ...part }
      const words = form.level >= 3 || form.level === 0 ? REASONS.good : REASONS.bad
      const reasons = form.reasons.filter((reason) => words.includes(reason))
      const kept = { ...form, reasons }
      this.setData({
        form: kept,
        choices: words.map((text) => ({ text, on: reasons.includes(text) })),
      })
      const name = `rate:${this.data.id}`
      keepForm(name, openDraft(name, EMPTY), kept)
    },
    choose(event: WechatMiniprogram.CustomEvent<{ level: Level }>) {
      this.change({ level: event.detail.level })
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const reason = String(event.currentTarget.dataset.reason)
      const { reasons } = this.data.form
      const next = reasons.includes(reason)
        ? reasons.filter((one) => one !== reason)
        : [...reasons, reason]
      this.change({ reasons: next })
    },
    typeComment(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ comment: event.detail.value.slice(0, LONGEST_COMMENT) })
    },
    async send() {
      const { id, form } = this.data
      const { level, reasons, comment } = form
      if (level === 0) {
        this.setData({
          trouble: { title: '还没选', text: '先点一张脸，再点“就这样评”。', again: '', code: '' },
        })
        return
      }
      const { requestId } = openDraft(`rate:${id}`, EMPTY)
      const words = { failed: '没评上', kept: '您选的都在', again: '再评一次' }
      const said = comment.trim()
      const sent = await act(this, words, async () => {
        await rate({ targetId: id, level, reasons, requestId, ...(said ? { comment: said } : {}) })
        return true
      })
      if (!sent) return
      closeDraft(`rate:${id}`)
      dropCache(CASES_KEY)
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
