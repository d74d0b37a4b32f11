import { foundItem } from '../../../services/finder'
import type { FoundItem } from '../../../services/finder'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { fetchCatalogue, NO_CATALOGUE } from '../catalogue'
import type { Catalogue } from '../catalogue'
import { DIMENSIONS, FILTERS, groupsOf, inGroup } from './groups'
import type { Dimension, FilterKey, Group } from './groups'

const NOTHING: Partial<Record<FilterKey, boolean>> = {}

/** The whole catalogue stays out of setData: only the chosen group is drawn. */
let catalogue = NO_CATALOGUE

/** 事项 by what happens in life, or by department for those who know it; fewer by what spares the way. */
page({
  data: {
    ...pageState(),
    dimensions: DIMENSIONS,
    dimension: 'event' as Dimension,
    filters: FILTERS,
    on: NOTHING,
    groups: [] as Group[],
    chosen: '',
    name: '',
    items: [] as FoundItem[],
  },
  methods: {
    onLoad({ category = '', only }: { category?: string; only?: FilterKey }) {
      this.setData({ chosen: category, ...(only ? { on: { [only]: true } } : {}) })
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: 'catalogue',
        fetch: fetchCatalogue,
        show: (fetched: Catalogue) => {
          catalogue = fetched
          this.show()
        },
      })
    },
    show() {
      const { dimension, on } = this.data
      const groups = groupsOf(dimension, catalogue.items, catalogue.categories)
      const group = groups.find(({ id }) => id === this.data.chosen) ?? groups[0]
      const items = catalogue.items.filter((item) => inGroup(item, dimension, group?.id ?? '', on))
      this.setData({
        groups,
        chosen: group?.id ?? '',
        name: group?.name ?? '',
        items: items.map(foundItem),
      })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.setData({ chosen: String(event.currentTarget.dataset.id) })
      this.show()
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    turn(event: WechatMiniprogram.TouchEvent) {
      this.setData({ dimension: event.currentTarget.dataset.id as Dimension })
      this.show()
    },
    toggle(event: WechatMiniprogram.TouchEvent) {
      const key = event.currentTarget.dataset.key as FilterKey
      this.setData({ on: { ...this.data.on, [key]: !this.data.on[key] } })
      this.show()
    },
    allOfGroup() {
      this.setData({ on: NOTHING })
      this.show()
    },
    open(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/guide/item/item?code=${String(event.currentTarget.dataset.code)}`)
    },
    openQuestions() {
      go('/packages/guide/ask/ask')
    },
    onShareAppMessage() {
      return { title: '办事要带什么、找谁，一看就懂', path: '/packages/guide/items/items' }
    },
  },
})
