import type { Venue } from '../../../services/catalog'
import { fetchVenues, VENUES_KEY } from '../../../services/places'
import { load, pageState } from '../../../services/load'
import { whoAndWhere } from '../../../services/me-state'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'

interface Row {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly sample: boolean
}

const rowOf = ({ id, name, kind, address, agent, sample }: Venue): Row => ({
  id,
  name: kind === 'village' ? `${name}便民服务室` : name,
  note: agent ? `代办员${agent.name}` : address,
  sample,
})

/** 办事的地方: station and hall, one's own village, then the others in their order. */
page({
  data: { ...pageState(), offices: [] as Row[], own: null as Row | null, rooms: [] as Row[] },
  methods: {
    onLoad() {
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: VENUES_KEY,
        fetch: fetchVenues,
        show: (venues: readonly Venue[]) => this.showVenues(venues),
      })
    },
    showVenues(venues: readonly Venue[]) {
      const village = whoAndWhere().villageId
      const own = venues.find(({ id, kind }) => kind === 'village' && id === village)
      this.setData({
        offices: venues.filter(({ kind }) => kind !== 'village').map(rowOf),
        own: own ? rowOf(own) : null,
        rooms: venues.filter(({ kind, id }) => kind === 'village' && id !== own?.id).map(rowOf),
      })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/places/place/place?id=${String(event.currentTarget.dataset.id)}`)
    },
    openTexts(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/places/texts/texts?kind=${String(event.currentTarget.dataset.kind)}`)
    },
  },
})
