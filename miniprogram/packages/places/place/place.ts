import { fetchPlace, placeKey } from '../../../services/places'
import { fetchOrKept } from '../../../services/cache'
import { allItems, fetchHome, HOME_KEY } from '../../../services/catalog'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { businessDate } from '../../../shared/dates'
import { canDoInVillage } from '../../../shared/item-filters'
import { placeView, serviceOf } from './view'
import type { Place, Service } from './view'

/** 一个地方: when it is open, who is there, who is on duty, what hangs on the board. */
page({
  data: {
    ...pageState(),
    id: '',
    view: null as ReturnType<typeof placeView> | null,
    /** 下次进村 and what can be done there; null for the hall, or while nobody knows. */
    service: null as Service | null,
    canDo: '',
  },
  methods: {
    onLoad({ id = 'hall' }: { id?: string }) {
      this.setData({ id })
      void this.refresh()
    },
    async refresh() {
      const { id } = this.data
      await load(this, {
        key: placeKey(id),
        fetch: () => fetchPlace(id),
        show: (place: Place) => {
          this.setData({ view: placeView(place, businessDate(new Date())) })
          if (place.kind === 'village') void this.showService(place)
        },
      })
    },
    /** Beside the page, not before it: it opens without them. */
    async showService(place: Place) {
      const known = await fetchOrKept(HOME_KEY, fetchHome).catch(() => null)
      if (known) this.setData({ service: serviceOf(place, known, businessDate(new Date())) })
      const items = await allItems().catch(() => [])
      const count = items.filter(canDoInVillage).length
      this.setData({ canDo: count ? `村里能办${String(count)}件事` : '' })
    },
    openItems() {
      go('/packages/guide/items/items?only=village')
    },
    openMap() {
      const { view } = this.data
      if (!view?.location) return
      const { name, address, location } = view
      wx.openLocation({ ...location, name, address, fail: () => undefined })
    },
    book() {
      go(`/packages/booking/slots/slots?venue=${this.data.id}`)
    },
  },
})
