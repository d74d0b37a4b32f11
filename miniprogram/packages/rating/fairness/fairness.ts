import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { fairnessKey, fetchFairness } from '../../../services/supervision'
import type { Fairness } from '../../../services/supervision'
import { businessDate } from '../../../shared/dates'
import { fairnessView, monthBy } from './view'

/** 三个一样: plain sums of a month; few matters say nothing, nobody is named. */
page({
  data: {
    ...pageState(),
    month: '',
    last: false,
    view: null as ReturnType<typeof fairnessView> | null,
  },
  methods: {
    onLoad() {
      this.setMonth(businessDate(new Date()).slice(0, 7))
    },
    setMonth(month: string) {
      this.setData({ month, last: month >= businessDate(new Date()).slice(0, 7) })
      void this.refresh()
    },
    async refresh() {
      const { month } = this.data
      await load(this, {
        key: fairnessKey(month),
        fetch: () => fetchFairness(month),
        show: (fairness: Fairness) => {
          if (fairness.month === this.data.month) this.setData({ view: fairnessView(fairness) })
        },
      })
    },
    earlier() {
      this.setMonth(monthBy(this.data.month, -1))
    },
    later() {
      if (!this.data.last) this.setMonth(monthBy(this.data.month, 1))
    },
  },
})
