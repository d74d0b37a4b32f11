import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { fetchMonthly, MONTHLY_KEY } from '../../../services/bulletin'
import type { Monthly } from '../../../services/bulletin'
import { monthView } from './view'
import type { MonthView } from './view'

/** 这个月办得怎么样: for everybody, without a name and without a rank. */
page({
  data: {
    ...pageState(),
    view: null as MonthView | null,
    all: false,
  },
  methods: {
    onLoad() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: MONTHLY_KEY,
        fetch: fetchMonthly,
        show: (monthly: Monthly) => this.setData({ view: monthView(monthly) }),
      })
    },
  },
})
