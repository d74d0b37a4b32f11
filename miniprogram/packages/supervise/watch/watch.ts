import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { fetchWatch, WATCH_KEY } from '../calls'
import type { Watch } from '../calls'
import { watchView } from './view'
import type { WatchView } from './view'

/** 监督看板: what waits for the supervisor first, then what to keep an eye on; each opens its page. */
page({
  data: {
    ...pageState(),
    view: null as WatchView | null,
  },
  methods: {
    onShow() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: WATCH_KEY,
        fetch: fetchWatch,
        show: (watch: Watch) => this.setData({ view: watchView(watch) }),
      })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      go(String(event.currentTarget.dataset.path))
    },
  },
})
