import { fetchPlace, placeKey } from '../../../services/places'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { businessDate } from '../../../shared/dates'
import { placeView } from './view'
import type { Place } from './view'

/** 一个地方: when it is open, who is there, who is on duty, what hangs on the board. */
page({
  data: {
    ...pageState(),
    id: '',
    view: null as ReturnType<typeof placeView> | null,
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
        show: (place: Place) => this.setData({ view: placeView(place, businessDate(new Date())) }),
      })
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
