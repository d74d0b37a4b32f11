import { call } from '../../../services/call'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'
import { countyView } from './view'
import type { County, CountyView } from './view'

/** 各乡的合计: sums, never persons and never matters. */
page({
  data: { ...pageState(), view: null as CountyView | null },
  methods: {
    onLoad() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: 'county',
        fetch: () => call('supervision', 'county', {}),
        show: (county: County) => this.setData({ view: countyView(county) }),
      })
    },
  },
})
