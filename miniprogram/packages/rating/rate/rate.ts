import { act, actState } from '../../../services/act'
import { dropCache } from '../../../services/cache'
import { CASES_KEY } from '../../../services/case'
import { home } from '../../../services/catalog'
import { closeDraft, keepForm, openDraft } from '../../../services/drafts'
import { load, pageState } from '../../../services/load'
import { fetchRated, rate, rateAgain, ratedKey } from '../../../services/rating'
import type { Level, Rated } from '../../../services/rating'
import { goBack } from '../../../services/navigate'
import { page } from '../../../services/page'
import { reasonsFor } from '../../../shared/rating-words'
import type { RatingReason } from '../../../shared/rating-words'

interface Rating {
  level: Level | 0
  reasons: RatingReason[]
  comment: string
  passOn: boolean
}

const EMPTY: Rating = { level: 0, reasons: [], comment: '', passOn: false }
const LONGEST_COMMENT = 500

/**
 * 评价: voluntary, once, changed by nobody; after something was put right once more, and both stay.
 * The call button rings the supervisor.
 */
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
    /** It was put right, and may be rated once more. */
    again: false,
    followUp: null as Rated['followUp'],
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
        key: ratedKey(id),
        fetch: () => fetchRated(id),
        show: ({ itemName, usedDays, canRate, canRateAgain, followUp }: Rated) =>
          this.setData({
            name: itemName,
            used: usedDays > 0 ? `用了 ${String(usedDays)} 个工作日` : '当天办的',
            canRate: canRate || canRateAgain,
            again: canRateAgain,
            followUp,
          }),
      })
    },
    draft(): string {
      return `${this.data.again ? 'again' : 'rate'}:${this.data.id}`
    },
    change(part: Partial<Rating>) {
      const form = { ...this.data.form, ...part }
      const words = reasonsFor(form.level)
      const reasons = form.reasons.filter((reason) => words.includes(reason))
      const kept = { ...form, reasons }
      this.setData({
        form: kept,
        choices: words.map((text) => ({ text, on: reasons.includes(text) })),
      })
      const name = this.draft()
      keepForm(name, openDraft(name, EMPTY), kept)
    },
    choose(event: WechatMiniprogram.CustomEvent<{ level: Level }>) {
      this.change({ level: event.detail.level })
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const reason = event.currentTarget.dataset.reason as RatingReason
      const { reasons } = this.data.form
      const next = reasons.includes(reason)
        ? reasons.filter((one) => one !== reason)
        : [...reasons, reason]
      this.change({ reasons: next })
    },
    typeComment(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.change({ comment: event.detail.value.slice(0, LONGEST_COMMENT) })
    },
    agree(event: WechatMiniprogram.CustomEvent<{ on: boolean }>) {
      this.change({ passOn: event.detail.on })
    },
    async send() {
      const { id, form, again } = this.data
      const { level, reasons, comment, passOn } = form
      if (level === 0) {
        this.setData({
          trouble: { title: '还没选', text: '先点一张脸，再点“就这样评”。', again: '', code: '' },
        })
        return
      }
      const { requestId } = openDraft(this.draft(), EMPTY)
      const words = { failed: '没评上', kept: '您选的都在', again: '再评一次' }
      const said = comment.trim()
      const sent = await act(this, words, async () => {
        const given = { targetId: id, level, requestId, ...(said ? { comment: said } : {}) }
        await (again ? rateAgain(given) : rate({ ...given, reasons, passOn }))
        return true
      })
      if (!sent) return
      closeDraft(this.draft())
      dropCache(CASES_KEY)
      dropCache(ratedKey(id))
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
