import { fetchHall, hallKey } from '../../../services/appointment'
import type { Hall } from '../../../services/appointment'
import { load, pageState } from '../../../services/load'
import { page } from '../../../services/page'

/** The screen asks again so often while it is looked at. */
const EVERY_MS = 15_000

/** 叫号屏: numbers only, large enough for the far wall of the hall. */
page({
  data: { ...pageState(), venueId: 'hall', hall: null as Hall | null },
  lifetimes: {
    detached() {
      ;(this as unknown as { stop: () => void }).stop()
    },
  },
  methods: {
    onLoad({ venue = 'hall' }: { venue?: string }) {
      this.setData({ venueId: venue })
    },
    onShow() {
      void this.refresh()
      this.stop()
      const timer = setInterval(() => void this.refresh(), EVERY_MS)
      Object.assign(this, { timer })
    },
    onHide() {
      this.stop()
    },
    stop() {
      const { timer } = this as unknown as { timer?: number }
      if (timer !== undefined) clearInterval(timer)
    },
    async refresh() {
      const { venueId } = this.data
      await load(this, {
        key: hallKey(venueId),
        fetch: () => fetchHall(venueId),
        show: (hall: Hall) => this.setData({ hall }),
      })
    },
  },
})
