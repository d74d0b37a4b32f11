import { keptMe, me } from '../../../services/account'
import { load, loadMore, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { fetchRectifications, fetchUnitStats, RECTIFICATIONS_KEY } from '../../../services/rating'
import type { Rectifications } from '../../../services/rating'
import { businessDate } from '../../../shared/dates'
import { rowView } from '../rectification/view'
import { unitLines } from './view'

type Row = Rectifications['rectifications'][number]

const rowsOf = (rows: readonly Row[]) =>
  rows.map((row) => ({
    id: row.id,
    name: row.itemName,
    unit: row.unitName,
    ...rowView(row, businessDate(new Date())),
  }))

/** 差评和回访: what is to be asked, put right, concluded; the most urgent first. */
page({
  data: {
    ...pageState(),
    busy: false,
    shown: false,
    rows: [] as ReturnType<typeof rowsOf>,
    next: '',
    sums: [] as { key: string; text: string }[],
    enters: false,
  },
  methods: {
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: RECTIFICATIONS_KEY,
        fetch: () => fetchRectifications(),
        show: (list: Rectifications) =>
          this.setData({
            shown: true,
            rows: rowsOf(list.rectifications),
            next: list.next ?? '',
          }),
      })
      await this.showSums()
    },
    /** 我们单位的评价: in sums of five or more, for those who are rated. */
    async showSums() {
      const account = (keptMe() ?? (await me().catch(() => null)))?.account
      const roles: readonly string[] = account?.roles ?? []
      const rated = roles.includes('window') || roles.includes('cadre')
      this.setData({ enters: rated || roles.includes('supervisor') })
      if (!rated) return
      const stats = await fetchUnitStats().catch(() => null)
      if (stats) this.setData({ sums: unitLines(stats) })
    },
    more() {
      const { next, rows } = this.data
      return loadMore(this, async () => {
        const list = await fetchRectifications(next)
        return { rows: [...rows, ...rowsOf(list.rectifications)], next: list.next ?? '' }
      })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      const id = String(event.currentTarget.dataset.id)
      go(`/packages/rating/rectification/rectification?id=${id}`)
    },
    enter() {
      go('/packages/rating/enter/enter')
    },
  },
})
