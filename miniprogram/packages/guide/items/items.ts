import { HOME_KEY, allItems, fetchHome } from '../../../services/catalog'
import { fetchOrKept } from '../../../services/cache'
import type { Category, Item } from '../../../services/catalog'
import { foundItem } from '../../../services/finder'
import type { FoundItem } from '../../../services/finder'
import { load, pageState } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'

interface Catalogue {
  readonly categories: readonly Category[]
  readonly items: readonly Item[]
}

/** The whole catalogue stays out of setData: only the chosen category is drawn. */
let catalogue: Catalogue = { categories: [], items: [] }

/** 事项 by what happens in life, never by department. */
page({
  data: {
    ...pageState(),
    categories: [] as Category[],
    chosen: '',
    name: '',
    items: [] as FoundItem[],
  },
  methods: {
    onLoad({ category = '' }: { category?: string }) {
      this.setData({ chosen: category })
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: 'catalogue',
        fetch: async () => {
          const [home, items] = await Promise.all([fetchOrKept(HOME_KEY, fetchHome), allItems()])
          return { categories: home.categories, items }
        },
        show: (fetched: Catalogue) => this.show(fetched),
      })
    },
    show(fetched: Catalogue) {
      catalogue = fetched
      const known = fetched.categories.some(({ id }) => id === this.data.chosen)
      const chosen = known ? this.data.chosen : (fetched.categories[0]?.id ?? '')
      this.setData({ categories: [...fetched.categories] })
      this.showCategory(chosen)
    },
    showCategory(chosen: string) {
      const name = catalogue.categories.find(({ id }) => id === chosen)?.name ?? ''
      const items = catalogue.items.filter(({ category }) => category === chosen).map(foundItem)
      this.setData({ chosen, name, items })
    },
    choose(event: WechatMiniprogram.TouchEvent) {
      this.showCategory(String(event.currentTarget.dataset.id))
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
    },
    open(event: WechatMiniprogram.TouchEvent) {
      go(`/packages/guide/item/item?code=${String(event.currentTarget.dataset.code)}`)
    },
    onShareAppMessage() {
      return { title: '办事要带什么、找谁，一看就懂', path: '/packages/guide/items/items' }
    },
  },
})
