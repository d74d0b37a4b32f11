import { fetchOrKept } from '../../../services/cache'
import { allItems, fetchHome, guide, HOME_KEY } from '../../../services/catalog'
import type { Home, Item } from '../../../services/catalog'
import { load, pageState, problemOf } from '../../../services/load'
import type { Problem } from '../../../services/load'
import { go } from '../../../services/navigate'
import { page } from '../../../services/page'
import { guideView } from '../../../shared/guide-view'
import { chaptersOf, leafOf, leavesOf } from './leaves'
import type { Chapter, Leaf } from './leaves'

interface Book {
  readonly home: Home
  readonly items: readonly Item[]
}

let leaves: readonly Leaf[] = []

/** 《百事通》 to leaf through: contents by life event, then one matter after the other, in large print. */
page({
  data: {
    ...pageState(),
    edition: '',
    sample: false,
    station: { name: '', phone: '' },
    chapters: [] as Chapter[],
    open: '',
    /** The matter that is open, or -1 for the contents. */
    at: -1,
    leaf: null as Leaf | null,
    count: 0,
    view: null as ReturnType<typeof guideView> | null,
    leafProblem: null as Problem | null,
  },
  methods: {
    onLoad({ code = '' }: { code?: string }) {
      Object.assign(this, { wanted: code })
      void this.refresh()
    },
    async refresh() {
      await load(this, {
        key: 'handbook',
        fetch: async () => {
          const [home, items] = await Promise.all([fetchOrKept(HOME_KEY, fetchHome), allItems()])
          return { home, items }
        },
        show: (book: Book) => this.showBook(book),
      })
    },
    showBook({ home, items }: Book) {
      leaves = leavesOf(home.categories, items)
      this.setData({
        edition: home.handbook,
        sample: home.township.sample,
        station: { name: home.township.station.name, phone: home.township.station.phone },
        chapters: chaptersOf(leaves),
        count: leaves.length,
      })
      const { wanted = '' } = this as unknown as { wanted?: string }
      Object.assign(this, { wanted: '' })
      const at = leafOf(leaves, wanted)
      if (at >= 0) void this.turnTo(at)
    },
    openChapter(event: WechatMiniprogram.TouchEvent) {
      const id = String(event.currentTarget.dataset.id)
      this.setData({ open: this.data.open === id ? '' : id })
    },
    openLeaf(event: WechatMiniprogram.TouchEvent) {
      void this.turnTo(Number(event.currentTarget.dataset.at))
    },
    /** Shows a matter; what is fetched late for another one is not shown any more. */
    async turnTo(at: number) {
      const leaf = leaves[at]
      if (!leaf) return
      this.setData({ at, leaf, view: null, leafProblem: null })
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
      try {
        const fetched = await guide(leaf.code)
        if (this.data.at === at) this.setData({ view: guideView(fetched) })
      } catch (error) {
        if (this.data.at === at) this.setData({ leafProblem: problemOf(error) })
      }
    },
    retry() {
      void this.turnTo(this.data.at)
    },
    next() {
      void this.turnTo((this.data.at + 1) % this.data.count)
    },
    previous() {
      void this.turnTo((this.data.at + this.data.count - 1) % this.data.count)
    },
    contents() {
      this.setData({ at: -1, leaf: null, view: null, leafProblem: null })
    },
    openGuide() {
      go(`/packages/guide/item/item?code=${this.data.leaf?.code ?? ''}`)
    },
    onShareAppMessage() {
      const { leaf } = this.data
      const path = '/packages/guide/handbook/handbook'
      return leaf
        ? { title: `百事通：${leaf.name}`, path: `${path}?code=${leaf.code}` }
        : { title: '百事通：家里办事，翻开就懂', path }
    },
  },
})
