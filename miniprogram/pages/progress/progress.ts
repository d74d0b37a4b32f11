import { CASES_KEY, fetchCases } from '../../services/case'
import type { ListedCase } from '../../services/case'
import { hasCode } from '../../services/call'
import { load, loadMore, pageState } from '../../services/load'
import { selectTab } from '../../services/tabs'
import { businessDate } from '../../shared/dates'
import { lastDay, matterSentence, matterTag } from '../../shared/matter-words'
import type { Tag } from '../../shared/matter-words'
import { unsentDrafts } from './unsent'
import type { Unsent } from './unsent'
import { go, goTab } from '../../services/navigate'
import { page } from '../../services/page'

interface Row {
  readonly id: string
  readonly name: string
  readonly tag: Tag
  readonly sentence: string
  readonly due: string
  readonly deed: string
}

/** Kept on the phone: more than anybody looks at offline. */
const MOST_KEPT = 50

/** 进度: my matters, open ones first; what was begun and not sent stands on top. */
page({
  data: {
    ...pageState(),
    unsent: [] as Unsent[],
    open: [] as Row[],
    done: [] as Row[],
    next: null as string | null,
    busy: false,
  },
  methods: {
    onShow() {
      selectTab(this, 2)
      this.setData({ unsent: unsentDrafts() })
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: CASES_KEY,
        fetch: async () => {
          try {
            const { cases, next } = await fetchCases()
            this.setData({ next })
            return cases.slice(0, MOST_KEPT)
          } catch (error) {
            // Nobody has registered on this phone, so nothing was handed in.
            if (hasCode(error, 'UNAUTHENTICATED')) return []
            throw error
          }
        },
        show: (cases: ListedCase[]) => this.show(cases),
      })
    },
    show(cases: ListedCase[]) {
      const now = businessDate(new Date())
      const rows = cases.map((one) => ({ one, row: rowOf(one, now) }))
      const waits = (one: ListedCase) => one.status !== 'completed' || one.canRate
      this.setData({
        open: rows.filter(({ one }) => waits(one)).map(({ row }) => row),
        done: rows.filter(({ one }) => !waits(one)).map(({ row }) => row),
      })
    },
    async more() {
      const { next } = this.data
      if (!next) return
      await loadMore(this, async () => {
        const older = await fetchCases(next)
        const now = businessDate(new Date())
        return {
          done: [...this.data.done, ...older.cases.map((one) => rowOf(one, now))],
          next: older.next,
        }
      })
    },
    openMatter(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/case/progress/progress?id=${String(event.currentTarget.dataset.id)}`)
    },
    resume(event: WechatMiniprogram.TouchEvent) {
      const { code = '', draft = '' } = event.currentTarget.dataset as Record<string, string>
      go(`/packages/case/submit/submit?code=${code}&draft=${encodeURIComponent(draft)}`)
    },
    track() {
      go('/packages/case/track/track')
    },
    find() {
      goTab('/pages/home/home')
    },
  },
})

function rowOf(one: ListedCase, today: string): Row {
  return {
    id: one.id,
    name: one.itemName,
    tag: matterTag(one, today),
    sentence: `${one.applicantName}，${matterSentence(one)}`,
    ...lastDay(one, today),
  }
}
